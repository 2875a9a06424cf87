import { Client, type Room } from '@colyseus/sdk';
import type { ClientCommand, Reply, RoomMessages, SeatReservation } from '@relay/shared/protocol';
import { SILENCE_MS } from '@relay/shared/protocol/limits';
import { MESSAGE_NAMES, type MessageName } from '@relay/shared/protocol/messages';
import { type HttpRejection, resumeSession } from './httpClient';
import { isMessage, readReply } from './replies';
import { takeReservation } from './reservation';
import { type RetryReason, retryWait } from './retryWait';

/** Callbacks of a link, while it is open and when it breaks. */
export interface LinkListener {
  onMessage<Name extends MessageName>(name: Name, message: RoomMessages[Name]): void;
  /** Called when the connection is open and requests can be made. */
  onOpen(): void;
  onLost(): void;
  /** Called when the server cannot let this page in now; the link tries again. Null when the reason is no longer known. */
  onTrouble(trouble: Trouble | null): void;
  /** Called when the server has refused the link for good. */
  onRefused(rejection: HttpRejection): void;
}

/**
 * Rejections of a session that this page has been in. The server may know it later: its journal can be damaged, missing or
 * another one than before; an older one knows the session and not this page. Only an ended session is over for certain, so
 * that nothing is erased here.
 */
const TROUBLES = ['unavailable', 'unknownCode', 'unknownToken'] as const;
/** `noAnswer`: there is no server at the other end now, or no way to it. */
export type Trouble = (typeof TROUBLES)[number] | 'noAnswer';
const troubleIn = (rejection: HttpRejection): Trouble | null =>
  rejection === 'connectionLost' ? 'noAnswer' : (TROUBLES.find((one) => one === rejection) ?? null);

/** Reason of the next wait, by what is in the way; a connection that broke is tried again as if nothing had answered. */
const retryReason = (trouble: Trouble | null, isRefused: boolean): RetryReason => {
  if (trouble === 'unknownCode' || trouble === 'unknownToken') return 'unknown';
  return isRefused ? 'refused' : 'noAnswer';
};

/** Rejections after which another try is pointless. */
const FINAL: ReadonlySet<HttpRejection> = new Set([
  'endedCode',
  'removed',
  'banned',
  'malformed',
  'versionMismatch',
]);

/** Wait for a seat, after which the request counts as lost: on a link that came back meanwhile, a new one arrives sooner. */
const SEAT_TIMEOUT_MS = 4_000;
const ENTER_TIMEOUT_MS = 8_000;
const REQUEST_TIMEOUT_MS = 8_000;

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timed out')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * A client's connection to its room, opened again whenever it breaks. The SDK's own reconnection is off: it gives up,
 * ignores some close codes and does not notice a silent connection.
 */
export class Link {
  readonly #code: string;
  readonly #token: string;
  readonly #listener: LinkListener;
  readonly #client = new Client(location.origin);
  #room: Room | null = null;
  #attempt = 0;
  #trouble: Trouble | null = null;
  /** Tells whether the server answered the last try, and did not let this page in. */
  #isRefused = false;
  #isEntering = false;
  #isClosed = false;
  #lastHeardAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #watch: ReturnType<typeof setInterval>;
  readonly #wake = (): void => this.#onWake();

  constructor(code: string, token: string, listener: LinkListener) {
    this.#code = code;
    this.#token = token;
    this.#listener = listener;
    this.#watch = setInterval(() => this.#checkSilence(), 1_000);
    document.addEventListener('visibilitychange', this.#wake);
    addEventListener('online', this.#wake);
    void this.#enter();
  }

  get isOpen(): boolean {
    return this.#room !== null;
  }

  /** Sends a command to the room. @throws when no reply came */
  async request(command: ClientCommand): Promise<Reply> {
    if (!this.#room) throw new Error('not connected');
    const reply: unknown = await this.#room.request('command', command, { timeout: REQUEST_TIMEOUT_MS });
    return readReply(reply);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    document.removeEventListener('visibilitychange', this.#wake);
    removeEventListener('online', this.#wake);
    this.#leave();
  }

  async #enter(): Promise<void> {
    if (this.#isClosed || this.#isEntering || this.#room) return;
    this.#isEntering = true;
    clearTimeout(this.#retry);
    try {
      const seat = takeReservation(this.#token) ?? (await this.#askForSeat());
      if (!seat) return;
      const entering = this.#client.consumeSeatReservation(seat);
      // A room that opens after the wait has ended must not stay open beside the next one.
      let isLate = false;
      void entering.then(
        (room) => {
          if (isLate) void room.leave();
        },
        () => undefined,
      );
      const room = await within(ENTER_TIMEOUT_MS, entering).catch((error: unknown) => {
        isLate = true;
        throw error;
      });
      this.#opened(room);
    } catch {
      if (!this.#isClosed) this.#tryLater();
    } finally {
      this.#isEntering = false;
    }
  }

  /** @returns null when the server refuses for good @throws when it can be tried again */
  async #askForSeat(): Promise<SeatReservation | null> {
    const resumed = await resumeSession({ code: this.#code, token: this.#token }, SEAT_TIMEOUT_MS);
    this.#isRefused = !resumed.ok && resumed.rejection !== 'connectionLost';
    // One that comes too fast has learnt nothing new.
    if (resumed.ok || resumed.rejection !== 'tooFast')
      this.#note(resumed.ok ? null : troubleIn(resumed.rejection));
    if (resumed.ok) return resumed.reply.seat;
    if (!FINAL.has(resumed.rejection)) throw new Error(resumed.rejection);
    this.close();
    this.#listener.onRefused(resumed.rejection);
    return null;
  }

  #note(trouble: Trouble | null): void {
    if (trouble === this.#trouble || this.#isClosed) return;
    this.#trouble = trouble;
    this.#listener.onTrouble(trouble);
  }

  #opened(room: Room): void {
    if (this.#isClosed) {
      void room.leave();
      return;
    }
    this.#room = room;
    this.#attempt = 0;
    this.#lastHeardAt = Date.now();
    room.reconnection.enabled = false;
    for (const name of MESSAGE_NAMES) {
      room.onMessage(name, (message: unknown) => this.#heard(room, name, message));
    }
    room.onError(() => this.#lost(room));
    room.onLeave(() => this.#lost(room));
    this.#listener.onOpen();
  }

  #heard(room: Room, name: MessageName, message: unknown): void {
    if (room !== this.#room) return;
    this.#lastHeardAt = Date.now();
    // Answered in the handler, not from a timer: timers of a hidden page sleep.
    if (name === 'ping') room.send('pong');
    // Any message shows that the connection is alive; one of another shape is otherwise ignored.
    if (isMessage(name, message)) this.#listener.onMessage(name, message);
  }

  #lost(room: Room): void {
    if (room !== this.#room || this.#isClosed) return;
    this.#leave();
    this.#listener.onLost();
    this.#tryLater();
  }

  #leave(): void {
    const room = this.#room;
    this.#room = null;
    if (!room) return;
    room.removeAllListeners();
    // `leave()` would wait for a reply that never comes on a dead connection.
    room.connection.close();
  }

  #tryLater(): void {
    clearTimeout(this.#retry);
    const reason = retryReason(this.#trouble, this.#isRefused);
    const ms = retryWait(this.#attempt++, reason, Math.random());
    this.#retry = setTimeout(() => void this.#enter(), ms);
  }

  #checkSilence(): void {
    if (this.#room && Date.now() - this.#lastHeardAt > SILENCE_MS) this.#lost(this.#room);
  }

  /** Tries again at once when the device has woken up or is online again. */
  #onWake(): void {
    if (document.visibilityState === 'hidden' || this.#isClosed) return;
    this.#attempt = 0;
    this.#checkSilence();
    if (!this.#room) void this.#enter();
  }
}
