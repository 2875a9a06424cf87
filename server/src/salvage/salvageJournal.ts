import { existsSync, rmSync } from 'node:fs';
import { decide } from '@relay/shared/referee/decide';
import type { Session } from '@relay/shared/referee/session/state';
import { EVENT_VERSION } from '@relay/shared/referee/versions/upcast';
import { syncToDisk, type Progress } from '../backup/copyJournal.ts';
import { migrate } from '../journal/migrate.ts';
import { systemRandomSource } from '../randomSource.ts';
import { Evidence } from './Evidence.ts';
import { foundRow } from './foundRow.ts';
import { LogExamination } from './LogExamination.ts';
import { SalvageFile, type SessionValues } from './SalvageFile.ts';
import { cellsOf } from './sqlite/cells.ts';
import { Pages } from './sqlite/pages.ts';

const LOCKED_WAIT_MS = 500;
/** Pages read in one transaction; between two of them the progress is shown. */
const PAGES_A_STEP = 500;
/** Share of the work that reading the pages is. */
const READING = 0.8;

/** Outcome of a salvage for one session. */
export interface SalvagedSession {
  readonly id: string;
  /** Null if nothing is known of it. */
  readonly code: string | null;
  /** True: the code was lost, and this is another one. */
  readonly isNewCode: boolean;
  readonly state: 'saved' | 'cut' | 'lost' | 'erased';
  /** Events saved, from the first one on. */
  readonly events: number;
  /** Events that the log is known to have had. */
  readonly known: number;
  /** Sentence that says why the log ends where it does; null if it is whole. */
  readonly problem: string | null;
  /** True: the clock stands at the place where the log ends, until the host goes on. */
  readonly isPaused: boolean;
  readonly lostNames: number;
  /** Players whose device is not known any more. */
  readonly lostDevices: number;
  readonly hasHost: boolean;
}

/** Outcome of a salvage. */
export interface Salvage {
  readonly sessions: readonly SalvagedSession[];
  readonly events: number;
  /** Damaged frames of the log of commits; null if there is no such log that can be read. */
  readonly damagedFrames: number | null;
}

/**
 * Copies all that can be read of a journal's file, however damaged it is, into a new file that a server can open. The
 * pages are read one by one, without SQLite and without writing. Of each session the events from the first one up to
 * the first that is missing or does not fit are kept, byte for byte.
 *
 * @param erased  ids of sessions that have been erased, and stay so
 * @throws {Error} of the file system
 */
export async function salvageJournal(
  from: string,
  to: string,
  erased: readonly string[],
  progress: Progress,
): Promise<Salvage> {
  rmSync(to, { force: true });
  await migrate(to, to, LOCKED_WAIT_MS);
  const file = new SalvageFile(to);
  const pages = new Pages(from);
  try {
    const evidence = readAll(pages, file, (share) => progress(share * READING));
    const salvager = new Salvager(file, evidence, new Set(erased));
    const sessions: SalvagedSession[] = [];
    const ids = salvager.candidates();
    file.together(() => {
      for (const [i, id] of ids.entries()) {
        sessions.push(salvager.save(id));
        progress(READING + ((1 - READING) * (i + 1)) / ids.length);
      }
      file.deleteStrays();
    });
    await file.finish();
    progress(1);
    const events = sessions.reduce((sum, session) => sum + session.events, 0);
    return { sessions, events, damagedFrames: pages.wal?.damaged ?? null };
  } finally {
    pages.close();
    file.close();
    if (existsSync(to)) syncToDisk(to);
  }
}

/** Copies every row that is found on any page. */
function readAll(pages: Pages, file: SalvageFile, progress: Progress): Evidence {
  const evidence = new Evidence();
  for (let first = 1; first <= pages.count; first += PAGES_A_STEP) {
    const end = Math.min(pages.count, first + PAGES_A_STEP - 1);
    file.together(() => {
      for (let page = first; page <= end; page++)
        for (const cell of cellsOf(pages, page)) {
          const row = foundRow(cell);
          if (!row) evidence.add(cell);
          else file.add(row);
          if (row?.table === 'events') evidence.noteEvent(row.values[0], row.values[1]);
        }
    });
    progress(end / pages.count);
  }
  return evidence;
}

const NOTHING = {
  isNewCode: false,
  events: 0,
  known: 0,
  problem: null,
  isPaused: false,
  lostNames: 0,
  lostDevices: 0,
  hasHost: false,
} as const;

/** Makes of the rows that were found sessions that can be opened. */
class Salvager {
  readonly #file: SalvageFile;
  readonly #evidence: Evidence;
  readonly #erased: ReadonlySet<string>;
  readonly #codes: Set<string>;

  constructor(file: SalvageFile, evidence: Evidence, erased: ReadonlySet<string>) {
    this.#file = file;
    this.#evidence = evidence;
    this.#erased = erased;
    this.#codes = new Set(file.codes());
  }

  /** Ids of all sessions of which something was found. */
  candidates(): readonly string[] {
    return [...new Set([...this.#file.sessionIds(), ...this.#evidence.sessions])];
  }

  save(id: string): SalvagedSession {
    const row = this.#file.session(id);
    if (this.#erased.has(id) || (row && row.erased_at !== null)) return this.#leaveErased(id, row);
    const log = this.#examine(id);
    if (log.state) return this.#keep(id, row, log, log.state);
    this.#file.deleteSession(id);
    const known = this.#evidence.eventsOf(id);
    return { ...NOTHING, id, code: this.#codeOf(id, row), state: 'lost', known, problem: log.problem };
  }

  #codeOf(id: string, row: SessionValues | undefined): string | null {
    return row?.code ?? this.#evidence.codeOf(id) ?? null;
  }

  /** The code and times stay, so that its pages hear that it is over. */
  #leaveErased(id: string, row: SessionValues | undefined): SalvagedSession {
    this.#file.deletePersonal(id);
    if (row?.erased_at === null) this.#file.deleteSession(id);
    return { ...NOTHING, id, code: this.#codeOf(id, row), state: 'erased' };
  }

  #keep(id: string, row: SessionValues | undefined, log: LogExamination, state: Session): SalvagedSession {
    this.#file.cutOff(id, log.whole);
    const known = this.#codeOf(id, row);
    const code = row ? row.code : this.#addRow(id, known, log);
    const isCut = log.problem !== null;
    const hasEnded = row !== undefined && row.ended_at !== null;
    return {
      id,
      code,
      isNewCode: code !== known,
      state: isCut ? 'cut' : 'saved',
      events: log.whole,
      known: this.#evidence.eventsOf(id),
      problem: log.problem,
      isPaused: isCut && !hasEnded && this.#pause(id, log),
      ...this.#lostPeople(id, state),
    };
  }

  #examine(id: string): LogExamination {
    const log = new LogExamination(id);
    for (const row of this.#file.events(id)) {
      log.add(row);
      if (log.problem !== null) break;
    }
    return log.end(this.#evidence.eventsOf(id));
  }

  /** Adds the row of a session that has lost it. @returns its code */
  #addRow(id: string, known: string | null, { state, lastAt, firstAt }: LogExamination): string {
    let code = known;
    while (code === null || (code !== known && this.#codes.has(code))) code = systemRandomSource.code();
    this.#codes.add(code);
    const endedAt = state?.status === 'ended' ? lastAt : null;
    this.#file.add({ table: 'sessions', values: [id, code, firstAt, endedAt, lastAt, null] });
    return code;
  }

  /** Stops the clock of a running session where its log ends. */
  #pause(id: string, { state, whole, lastAt }: LogExamination): boolean {
    const decision = decide(state, { command: { type: 'pause' }, by: { role: 'host' }, at: lastAt });
    if (!decision.accepted) return false;
    for (const [i, event] of decision.events.entries()) {
      const values = [id, whole + i, event.at, event.type, JSON.stringify(event), EVENT_VERSION] as const;
      this.#file.add({ table: 'events', values });
    }
    return decision.events.length > 0;
  }

  #lostPeople(
    id: string,
    { players }: Session,
  ): Pick<SalvagedSession, 'lostNames' | 'lostDevices' | 'hasHost'> {
    const named = this.#file.playersIn('people', id);
    const known = this.#file.playersIn('tokens', id);
    const ids = Object.keys(players);
    return {
      lostNames: ids.filter((player) => !named.has(player)).length,
      lostDevices: ids.filter((player) => !known.has(player)).length,
      hasHost: this.#file.hasHost(id),
    };
  }
}
