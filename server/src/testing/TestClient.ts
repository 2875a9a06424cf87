import { Client, type Room } from '@colyseus/sdk';
import {
  putRows,
  type Reply,
  type RoomMessages,
  type Welcome,
  type ClientCommand,
  WIRE_VERSION,
} from '@relay/shared/protocol';
import type { EntryPath, HostRow, PlayerView } from '@relay/shared/referee/view';

/** Client of one session without a browser: a socket and the last messages it received. */
export class TestClient {
  readonly room: Room;
  readonly received: (keyof RoomMessages)[] = [];
  welcome: Welcome | null = null;
  mine: PlayerView | null = null;
  rows: Record<string, HostRow> = {};
  /** Code with which the socket was closed; null while it is open. */
  closed: number | null = null;
  answersPings = true;

  private constructor(room: Room) {
    this.room = room;
    room.reconnection.enabled = false;
    const note = <Name extends keyof RoomMessages>(
      name: Name,
      take: (message: RoomMessages[Name]) => void,
    ): void => {
      room.onMessage(name, (message: RoomMessages[Name]) => {
        this.received.push(name);
        take(message);
      });
    };
    note('welcome', (welcome) => {
      this.welcome = welcome;
    });
    note('mine', (mine) => {
      this.mine = mine;
    });
    note('host', ({ whole, rows }) => {
      this.rows = putRows(whole ? {} : this.rows, rows);
    });
    note('ping', () => {
      if (this.answersPings) room.send('pong');
    });
    room.onLeave((code) => {
      this.closed = code;
    });
    room.onDrop((code) => {
      this.closed = code;
    });
  }

  static async enter(url: string, roomId: string, token: string, wire = WIRE_VERSION): Promise<TestClient> {
    return new TestClient(await new Client(url).joinById(roomId, { token, wire }));
  }

  async say(command: ClientCommand): Promise<Reply> {
    const reply: unknown = await this.room.request('command', command);
    return reply as Reply;
  }

  // The caller knows the type of the value at the path.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  entry<Value = Record<string, unknown>>(path: EntryPath): Value | undefined {
    const { entries } = this.room.state as { entries?: ReadonlyMap<string, string> };
    const json = entries?.get(path);
    return json === undefined ? undefined : (JSON.parse(json) as Value);
  }

  leave(): Promise<unknown> {
    return this.room.leave();
  }
}
