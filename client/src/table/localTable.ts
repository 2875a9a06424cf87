import { type Signal, signal } from '@preact/signals';
import type { NetworkFile } from '@relay/shared/network/networkFile';
import type { Reply, ClientCommand } from '@relay/shared/protocol';
import type { Actor, Command } from '@relay/shared/referee/command';
import { decide } from '@relay/shared/referee/decide';
import type { Decision } from '@relay/shared/referee/decision';
import type { Event } from '@relay/shared/referee/event';
import { evolve, fold } from '@relay/shared/referee/evolve';
import type { Press } from '@relay/shared/referee/press';
import { commandIn } from '@relay/shared/referee/session/moment';
import type { Settings } from '@relay/shared/referee/session/settings';
import type { Session } from '@relay/shared/referee/session/state';
import type { EarlierEvent } from '@relay/shared/referee/versions/step';
import { typedTextIn } from '@relay/shared/referee/versions/typedTexts';
import { readLog } from '@relay/shared/referee/versions/readLog';
import { EVENT_VERSION } from '@relay/shared/referee/versions/upcast';
import { NO_TEXTS, type Texts } from '@relay/shared/referee/texts';
import { EMPTY_VIEW, playerView, publicEntries, withEntries } from '@relay/shared/referee/view';
import { ownKey } from './ownKey';
import { pageNow } from './pageClock';
import { isObject, keep, recall, recallVersioned } from './tokenStore';
import { commandOf, type Table, type TableState } from './table';

/** Network, settings and seed of a session in the browser. `id` is also its storage key. */
export interface LocalSessionOptions {
  readonly id: string;
  readonly seed: number;
  readonly file: NetworkFile;
  readonly settings: Settings;
}

/** Id of the only player at a local table. */
export const LOCAL_PLAYER = 'me';
/** Storage key of the log: one at a time, a new session replaces the last. */
export const LOG_KEY = 'relay/practise/log';

/** Storage key of the texts typed in that session. */
const TEXTS_KEY = 'relay/practise/texts';

/** Prefix of the storage keys of a session's drafts. */
export const draftsOf = (id: string): string => ownKey('draft', id, LOCAL_PLAYER);

const PLAYER: Actor = { role: 'player', player: LOCAL_PLAYER };
const HOST: Actor = { role: 'host' };
const ROOM: Actor = { role: 'room' };

/**
 * The table without a server: the page is the room. It stamps commands with player and time, the same referee
 * decides, and the log is kept in the browser, so that a reload continues the session.
 */
class LocalTable implements Table {
  readonly role = 'player';
  readonly state: Signal<TableState>;
  readonly #now: () => number;
  #log: readonly Event[] = [];
  readonly #texts = new Map<string, string>();
  #session: Session;

  constructor(opening: LocalSessionOptions, now: () => number) {
    this.#now = now;
    const kept = recallLog(opening.id);
    if (kept) {
      this.#log = kept;
      this.#session = fold(kept);
      for (const [key, text] of recallTexts(opening.id)) this.#texts.set(key, text);
    } else {
      this.#session = this.#open(opening);
    }
    this.state = signal(stateOf(this.#session, this.#texts));
  }

  send(press: Press<ClientCommand>): Promise<Reply> {
    const command = commandOf(press, this.state.value.view);
    // A player who practises alone is also the host, but cannot fill the session with bots.
    if (command.type === 'rehearse') return Promise.resolve({ accepted: false, rejection: 'notAllowed' });
    const isPlayers = command.type === 'submitAnswer' || command.type === 'takeHint';
    const decision = this.#take(command, isPlayers ? PLAYER : HOST, this.#session);
    if (!decision.accepted) return Promise.resolve(decision);
    this.state.value = stateOf(this.#session, this.#texts);
    const { verdict } = decision;
    return Promise.resolve(verdict ? { accepted: true, verdict } : { accepted: true });
  }

  close(): void {
    // Nothing is held open; the log is kept for the next visit.
  }

  #open({ id, seed, file, settings }: LocalSessionOptions): Session {
    this.#take({ type: 'createSession', id, seed, file, settings }, ROOM, null);
    this.#take({ type: 'joinPlayer', player: LOCAL_PLAYER }, ROOM, this.#session);
    this.#take(commandIn(this.#session, { type: 'start' }), HOST, this.#session);
    return this.#session;
  }

  #take(command: Command, by: Actor, before: Session | null): Decision {
    const decision = decide(before, { command, by, at: this.#now() }, this.#texts);
    if (!decision.accepted || decision.events.length === 0) return decision;
    let session = before;
    for (const event of decision.events) session = evolve(session, event);
    this.#session = session!;
    this.#log = [...this.#log, ...decision.events];
    keep(LOG_KEY, this.#log, EVENT_VERSION);
    const { text } = decision;
    if (text) this.#texts.set(text.key, text.text);
    keep(TEXTS_KEY, { id: session!.id, texts: [...this.#texts] } satisfies KeptTexts);
    return decision;
  }
}

function stateOf(session: Session, texts: Texts = NO_TEXTS): TableState {
  const view = withEntries(EMPTY_VIEW, publicEntries(session, {}, ''));
  const mine = playerView(session, LOCAL_PLAYER, {}, texts);
  return {
    connection: session.status === 'ended' ? 'ended' : 'live',
    code: session.id,
    player: LOCAL_PLAYER,
    nickname: null,
    projectorToken: null,
    view: withEntries(view, mine.own),
    mine,
    rows: {},
    trouble: null,
    clockOffsetMs: 0,
  };
}

/** Texts typed in a session, as stored. */
interface KeptTexts {
  readonly id: string;
  readonly texts: readonly (readonly [key: string, text: string])[];
}

const isTexts = (value: unknown): value is KeptTexts =>
  isObject(value) && typeof value['id'] === 'string' && Array.isArray(value['texts']);

/** Stored texts of a session: those beside its log, and those that a log of an earlier version holds itself. */
function recallTexts(id: string): KeptTexts['texts'] {
  const stored = recallVersioned(LOG_KEY)!;
  const inLog = (stored.value as readonly EarlierEvent[]).flatMap((event) => {
    const typed = typedTextIn(event, stored.version);
    return typed ? [[typed.key, typed.text] as const] : [];
  });
  const beside = recall(TEXTS_KEY, isTexts);
  return [...inLog, ...(beside?.id === id ? beside.texts : [])];
}

/** Stored log of a session; null when there is none that can be shown. */
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
 * Opens a session for one player in this browser, or continues the one stored under its id.
 *
 * @param now  the clock, milliseconds since the epoch
 */
export function localTable(opening: LocalSessionOptions, now: () => number = pageNow): Table {
  return new LocalTable(opening, now);
}
