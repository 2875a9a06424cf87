import { type Signal, signal } from '@preact/signals';
import type { NetworkFile } from '@relay/shared/network/networkFile';
import type { Reply, ClientCommand } from '@relay/shared/protocol';
import type { Actor, Command } from '@relay/shared/referee/command';
import { decide } from '@relay/shared/referee/decide';
import type { Decision } from '@relay/shared/referee/decision';
import type { Event } from '@relay/shared/referee/event';
import { evolve, fold } from '@relay/shared/referee/evolve';
import type { Settings } from '@relay/shared/referee/session/settings';
import type { Session } from '@relay/shared/referee/session/state';
import { readLog } from '@relay/shared/referee/versions/readLog';
import { EVENT_VERSION } from '@relay/shared/referee/versions/upcast';
import { EMPTY_VIEW, playerView, publicEntries, withEntries } from '@relay/shared/referee/view';
import { ownKey } from './colyseusTable';
import { keep, recallVersioned } from './keptTokens';
import type { Table, TableState } from './table';

/** What a session in the browser is about. `id` also names what the browser keeps of it. */
export interface LocalSessionOptions {
  readonly id: string;
  readonly seed: number;
  readonly file: NetworkFile;
  readonly settings: Settings;
}

/** The one person at a local table. */
export const LOCAL_PLAYER = 'me';
/** One log at a time: a new session takes the place of the one before. */
export const LOG_KEY = 'relay/practise/log';

/** What the keys begin with under which drafts for a session are kept. */
export const draftsOf = (id: string): string => ownKey('draft', id, LOCAL_PLAYER);

const PLAYER: Actor = { role: 'player', player: LOCAL_PLAYER };
const HOST: Actor = { role: 'host' };
const ROOM: Actor = { role: 'room' };

/**
 * The table without a server: the page is the room. It stamps who and when, the same referee decides, and the log
 * stays in the browser, so that a reload goes on where it was.
 */
class LocalTable implements Table {
  readonly role = 'player';
  readonly state: Signal<TableState>;
  readonly #now: () => number;
  #log: readonly Event[] = [];
  #session: Session;

  constructor(opening: LocalSessionOptions, now: () => number) {
    this.#now = now;
    const kept = recallLog(opening.id);
    if (kept) {
      this.#log = kept;
      this.#session = fold(kept);
    } else {
      this.#session = this.#open(opening);
    }
    this.state = signal(stateOf(this.#session));
  }

  send(command: ClientCommand): Promise<Reply> {
    // Who practises alone leads too; company is not to be had here.
    if (command.type === 'rehearse') return Promise.resolve({ accepted: false, rejection: 'notAllowed' });
    const isPlayers = command.type === 'submitAnswer' || command.type === 'takeHint';
    const decision = this.#take(command, isPlayers ? PLAYER : HOST, this.#session);
    if (!decision.accepted) return Promise.resolve(decision);
    this.state.value = stateOf(this.#session);
    const { verdict } = decision;
    return Promise.resolve(verdict ? { accepted: true, verdict } : { accepted: true });
  }

  close(): void {
    // Nothing is held open; the log stays for when the person comes back.
  }

  #open({ id, seed, file, settings }: LocalSessionOptions): Session {
    this.#take({ type: 'createSession', id, seed, file, settings }, ROOM, null);
    this.#take({ type: 'joinPlayer', player: LOCAL_PLAYER }, ROOM, this.#session);
    this.#take({ type: 'start' }, HOST, this.#session);
    return this.#session;
  }

  #take(command: Command, by: Actor, before: Session | null): Decision {
    const decision = decide(before, { command, by, at: this.#now() });
    if (!decision.accepted || decision.events.length === 0) return decision;
    let session = before;
    for (const event of decision.events) session = evolve(session, event);
    this.#session = session!;
    this.#log = [...this.#log, ...decision.events];
    keep(LOG_KEY, this.#log, EVENT_VERSION);
    return decision;
  }
}

function stateOf(session: Session): TableState {
  const view = withEntries(EMPTY_VIEW, publicEntries(session, {}, ''));
  const mine = playerView(session, LOCAL_PLAYER);
  return {
    connection: session.status === 'ended' ? 'ended' : 'live',
    code: session.id,
    player: LOCAL_PLAYER,
    nickname: null,
    projectorToken: null,
    view: withEntries(view, mine.own),
    mine,
    rows: {},
    clockOffsetMs: 0,
  };
}

/** The log of that session, if the browser has it and it can be looked at. Anything else is as good as none. */
function recallLog(id: string): readonly Event[] | null {
  const stored = recallVersioned(LOG_KEY);
  if (!stored || !Array.isArray(stored.value)) return null;
  const { version } = stored;
  try {
    const log = readLog(
      id,
      stored.value.map((value: unknown, seq) => ({ seq, version, value })),
    );
    const first = log[0];
    if (first?.type !== 'sessionCreated' || first.id !== id) return null;
    const { mine } = stateOf(fold(log));
    return mine?.seat ? log : null;
  } catch {
    return null;
  }
}

/**
 * A session for one person in this browser: goes on with the one that is kept under its id, or opens it.
 *
 * @param now  the clock, milliseconds since the epoch
 */
export function localTable(opening: LocalSessionOptions, now: () => number = Date.now): Table {
  return new LocalTable(opening, now);
}
