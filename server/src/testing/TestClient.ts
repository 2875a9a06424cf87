import { Client, type Room } from '@colyseus/sdk';
import type { ClientCommand, Reply, RoomMessages, SeatReservation, Welcome } from '@relay/shared/protocol';
import { commandAt, type Press } from '@relay/shared/referee/press';
import {
  applyDelta,
  EMPTY_VIEW,
  type EntryPath,
  type EntryTable,
  type HostRow,
  type PlayerView,
  type PublicView,
} from '@relay/shared/referee/view';
import { askForSeat } from './askForSeat.ts';

/** Client of one session without a browser: a socket and the last messages it received. */
export class TestClient {
  readonly room: Room;
  readonly received: (keyof RoomMessages)[] = [];
  welcome: Welcome | null = null;
  view: PublicView = EMPTY_VIEW;
  mine: PlayerView | null = null;
  rows: Readonly<Record<string, HostRow>> = {};
  /** Code with which the socket was closed; null while it is open. */
  closed: number | null = null;
  /** Resolves when the socket has been closed. */
  readonly closing: Promise<void>;
  answersPings = true;
  /** Moment that a press of this client has left, or found left. */
  #leftMoment = '';
  /** Those who wait for the next view. */
  readonly #shown = new Set<() => void>();

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
    let next: PlayerView | null = null;
    note('view', ({ whole, delta }) => {
      this.view = applyDelta(whole ? EMPTY_VIEW : this.view, delta);
      this.mine = next;
      for (const resolve of this.#shown) resolve();
      this.#shown.clear();
    });
    note('mine', ({ whole, delta, withView }) => {
      next = applyDelta(whole ? {} : next!, delta) as PlayerView;
      if (!withView) this.mine = next;
    });
    note('host', ({ whole, delta }) => {
      this.rows = applyDelta(whole ? {} : this.rows, delta);
    });
    note('ping', () => {
      if (this.answersPings) room.send('pong');
    });
    this.closing = new Promise((resolve) => {
      const close = (code: number): void => {
        this.closed = code;
        resolve();
      };
      room.onLeave(close);
      room.onDrop(close);
    });
  }

  /** Asks for a seat with a token, as a page does, and takes it. @throws {Refused} the server refused the request */
  static async enter(url: string, code: string, token: string): Promise<TestClient> {
    return TestClient.take(url, await askForSeat(url, code, token));
  }

  /** Takes a reserved seat. */
  static async take(url: string, seat: SeatReservation): Promise<TestClient> {
    return new TestClient(await new Client(url).consumeSeatReservation(seat));
  }

  /**
   * Sends a command. A host's press is one at the moment that this client shows, unless it names another. The reply to
   * a press arrives before the view with the next moment: the next press waits for that.
   */
  async say(press: Press<ClientCommand>): Promise<Reply> {
    for (;;) {
      const shown = await this.#moment((moment) => moment !== '' && moment !== this.#leftMoment);
      const command = commandAt(shown, press);
      const heard: unknown = await this.room.request('command', command);
      const reply = heard as Reply;
      const isOwn = 'moment' in command && !('moment' in press);
      const isLate = isOwn && !reply.accepted && reply.rejection === 'momentPassed';
      // More time leads nowhere, and neither does an end after the end.
      const hasLed = isOwn && reply.accepted && press.type !== 'addTime' && press.type !== 'end';
      if (hasLed || isLate) this.#leftMoment = shown;
      if (!isLate) return reply;
    }
  }

  /** Moment that this client shows, as soon as it is one of those that are wanted. */
  async #moment(isWanted: (moment: string) => boolean): Promise<string> {
    for (;;) {
      const moment = this.moment;
      if (isWanted(moment)) return moment;
      await new Promise<void>((resolve) => this.#shown.add(resolve));
    }
  }

  /** Moment that this client shows; empty before the first view. */
  get moment(): string {
    return this.view.session['']?.lead.moment ?? '';
  }

  // The caller knows the type of the value at the path.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  entry<Value = Record<string, unknown>>(path: EntryPath): Value | undefined {
    const slash = path.indexOf('/');
    const table = this.view[path.slice(0, slash) as EntryTable] as Readonly<Record<string, unknown>>;
    return table[path.slice(slash + 1)] as Value | undefined;
  }

  leave(): Promise<unknown> {
    return this.room.leave();
  }
}
