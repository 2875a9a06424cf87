import { WIRE_VERSION } from '@relay/shared/protocol';
import { HttpConnection } from './httpPost.ts';
import { LoadSocket } from './LoadSocket.ts';

/** Way into a subject: a player by code, a host or projector by token, a bare room by its id, an echo at once. */
export type Entrance =
  | { readonly by: 'code'; readonly code: string; readonly nickname: string }
  | { readonly by: 'token'; readonly code: string; readonly token: string }
  | { readonly by: 'room'; readonly roomId: string; readonly key: string }
  | { readonly by: 'handshake'; readonly key: string };

/** Reservation of a seat in a room, as the game server gives it. */
interface Reservation {
  readonly sessionId: string;
  readonly roomId: string;
  readonly processId: string;
}

/** Reply to joining or resuming; one with a seat needs no second request. */
interface Reply {
  readonly roomId: string;
  readonly player?: string;
  readonly resumeToken?: string;
  readonly seat?: Reservation;
}

const pathOf = ({ processId, roomId, sessionId }: Reservation): string =>
  `/${processId}/${roomId}?sessionId=${sessionId}`;

function reserve(http: HttpConnection, roomId: string, options: object): Promise<Reservation> {
  return http.post<Reservation>(`/matchmake/joinById/${roomId}`, options);
}

/** Address of the socket, and the name under which the load knows it. */
async function placeOf(http: HttpConnection, entrance: Exclude<Entrance, { by: 'handshake' }>) {
  if (entrance.by === 'room')
    return { key: entrance.key, path: pathOf(await reserve(http, entrance.roomId, {})) };
  const { code } = entrance;
  const reply =
    entrance.by === 'code'
      ? await http.post<Reply>('/api/join', { code, nickname: entrance.nickname })
      : await http.post<Reply>('/api/resume', { code, token: entrance.token });
  const token = entrance.by === 'code' ? reply.resumeToken! : entrance.token;
  const seat = reply.seat ?? (await reserve(http, reply.roomId, { token, wire: WIRE_VERSION }));
  return { key: reply.player ?? token, path: pathOf(seat) };
}

/** Enters as a page does: over HTTP, then with a WebSocket. Only this function knows in how many requests. */
export async function enter(port: number, entrance: Entrance): Promise<{ key: string; socket: LoadSocket }> {
  if (entrance.by === 'handshake') {
    const socket = new LoadSocket(port, '/', 'handshake');
    await socket.entered;
    return { key: entrance.key, socket };
  }
  const http = new HttpConnection(port);
  try {
    const { key, path } = await placeOf(http, entrance);
    const socket = new LoadSocket(port, path, entrance.by === 'room' ? 'joinRoom' : 'welcome');
    await socket.entered;
    return { key, socket };
  } finally {
    http.close();
  }
}
