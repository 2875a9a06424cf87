import { Client, type Room } from '@colyseus/sdk';
import type { ClientCommand, Reply, RoomMessages } from '@relay/shared/protocol';
import { applyDelta, type PlayerView } from '@relay/shared/referee/view';
import { askForSeat } from './askForSeat.ts';

/** Client of a player that heeds its own view alone, so that one process can be hundreds of players. */
export class PlayerClient {
  mine: PlayerView | null = null;
  /** Time of the first view, ms since the epoch; null before that. */
  seenAt: number | null = null;
  /** Tells whether the socket has been closed. */
  isClosed = false;
  /** Resolves when the socket has been closed. */
  readonly closing: Promise<void>;
  readonly #room: Room;

  private constructor(room: Room) {
    this.#room = room;
    room.reconnection.enabled = false;
    for (const name of ['welcome', 'view', 'host']) room.onMessage(name, () => {});
    room.onMessage('mine', ({ whole, delta }: RoomMessages['mine']) => {
      this.mine = applyDelta((whole ? null : this.mine) ?? {}, delta) as PlayerView;
      this.seenAt ??= Date.now();
    });
    room.onMessage('ping', () => room.send('pong'));
    this.closing = new Promise((resolve) => {
      const close = (): void => {
        this.isClosed = true;
        resolve();
      };
      room.onLeave(close);
      room.onDrop(close);
    });
  }

  /** Asks for a seat with a token, as a page does, and takes it. */
  static async enter(url: string, code: string, token: string): Promise<PlayerClient> {
    const seat = await askForSeat(url, code, token);
    return new PlayerClient(await new Client(url).consumeSeatReservation(seat));
  }

  async say(command: ClientCommand): Promise<Reply> {
    const reply: unknown = await this.#room.request('command', command);
    return reply as Reply;
  }

  leave(): Promise<unknown> {
    return this.#room.leave();
  }
}
