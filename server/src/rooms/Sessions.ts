import { CATCH_UP_EVENTS, catchUpOf } from '@relay/shared/lesson/catchUp';
import type { NetworkFile } from '@relay/shared/network/networkFile';
import { readNickname } from '@relay/shared/nickname';
import type { CreateSessionReply, JoinReply, ResumeReply } from '@relay/shared/protocol';
import type { CatchUpRound } from '@relay/shared/referee/ownRuns/catchUpRound';
import type { Event } from '@relay/shared/referee/event';
import type { Rejection } from '@relay/shared/referee/rejection';
import type { Settings } from '@relay/shared/referee/session/settings';
import { UnreadableLog } from '@relay/shared/referee/versions/readLog';
import type { RandomSource } from '../randomSource.ts';
import type { TokenOwner } from '../journal/Journal.ts';
import { type LiveSessionDependencies, LiveSession } from './LiveSession.ts';
import { hashOfToken, projectorTokenOf } from './token.ts';

/** Time without a command after which a session ends and its code is freed. */
const IDLE_MS = 12 * 60 * 60 * 1_000;
/** The same for homework without a due date; with one, homework ends when it is due. */
const HOMEWORK_IDLE_MS = 31 * 24 * 60 * 60 * 1_000;
const MAX_LIVE = 10_000;

export interface SessionsDependencies extends LiveSessionDependencies {
  readonly chance: RandomSource;
  /** Opens the room that has the session's id. */
  readonly openRoom: (live: LiveSession) => Promise<void>;
}

type Refused = { readonly rejection: Rejection };

function isForgotten({ session, activeAt }: LiveSession, at: number): boolean {
  const { pacing, dueAt } = session.settings;
  if (pacing !== 'self') return at - activeAt > IDLE_MS;
  return dueAt === null ? at - activeAt > HOMEWORK_IDLE_MS : at > dueAt;
}

/** All sessions of this process: creating, joining, resuming, reopening and expiring them. */
export class Sessions {
  readonly #desk: SessionsDependencies;
  readonly #byCode = new Map<string, LiveSession>();
  readonly #byId = new Map<string, LiveSession>();

  constructor(desk: SessionsDependencies) {
    this.#desk = desk;
  }

  get live(): Iterable<LiveSession> {
    return this.#byId.values();
  }

  /** @param catchUpRounds  rounds of a class, for a catch-up session */
  async create(
    file: NetworkFile,
    settings: Settings,
    catchUpRounds?: readonly CatchUpRound[],
  ): Promise<CreateSessionReply | Refused> {
    const { chance } = this.#desk;
    if (this.#byId.size >= MAX_LIVE) return { rejection: 'serverError' };
    const id = chance.id();
    const sessionToken = chance.token();
    const projectorToken = projectorTokenOf(sessionToken);
    const live = await LiveSession.create(
      this.#desk,
      await this.#freeCode(),
      {
        type: 'createSession',
        id,
        seed: chance.seed(),
        file,
        settings,
        ...(catchUpRounds && { catchUpRounds }),
      },
      [
        { hash: hashOfToken(sessionToken), pass: { role: 'host', session: id, player: null } },
        { hash: hashOfToken(projectorToken), pass: { role: 'projector', session: id, player: null } },
      ],
    );
    // Homework starts at once: it has no host who would start it.
    if (settings.pacing === 'self') await live.submit({ type: 'start' }, { role: 'host' });
    await this.#open(live);
    this.#desk.log.info({ session: id }, 'session created');
    return { code: live.code, roomId: id, sessionToken, projectorToken };
  }

  /**
   * Creates a session in which absent players answer the rounds of a class, identified by its host's token. The rounds
   * are read from the journal, so the class may still run or have ended long ago.
   */
  async catchUp(token: string): Promise<CreateSessionReply | Refused> {
    const pass = await this.passOf(token);
    if (pass?.role !== 'host') return { rejection: 'unknownToken' };
    const log = await this.#playedIn(pass.session);
    if ('rejection' in log) return log;
    const same = catchUpOf(log);
    return same ? this.create(same.file, same.settings, same.catchUpRounds) : { rejection: 'nothingPlayed' };
  }

  /** Events of a session that `catchUpOf` reads. */
  async #playedIn(session: string): Promise<readonly Event[] | Refused> {
    try {
      return await this.#desk.journal.eventsOf(session, CATCH_UP_EVENTS);
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      this.#desk.log.error({ session }, error.message);
      return { rejection: 'serverError' };
    }
  }

  /** @param known  token that this browser holds for the same session, if any */
  async join(typedCode: string, nickname: string, known?: string): Promise<JoinReply | Refused> {
    const { chance } = this.#desk;
    const live = await this.#find(typedCode);
    if ('rejection' in live) return live;
    if (live.ended) return { rejection: 'endedCode' };
    if (known !== undefined && (await this.#isBanned(live, known))) return { rejection: 'banned' };
    const wish = readNickname(nickname);
    if (!wish.ok) return wish;
    const player = chance.id();
    const resumeToken = chance.token();
    const joined = await live.join(player, wish.name, hashOfToken(resumeToken));
    if ('rejection' in joined) return joined;
    const { name } = joined;
    const renamed = name !== wish.name;
    return { code: live.code, roomId: live.id, player, resumeToken, nickname: name, renamed };
  }

  async resume(typedCode: string, token: string): Promise<ResumeReply | Refused> {
    const live = await this.#find(typedCode);
    if ('rejection' in live) return live;
    const pass = await this.passOf(token);
    if (pass?.session !== live.id) return { rejection: 'unknownToken' };
    const gone = pass.player === null ? null : live.session.players[pass.player]?.removal;
    if (gone) return { rejection: gone };
    const nickname = pass.player === null ? null : (live.names[pass.player] ?? null);
    return { code: live.code, roomId: live.id, role: pass.role, nickname };
  }

  async #isBanned(live: LiveSession, token: string): Promise<boolean> {
    const pass = await this.passOf(token);
    if (pass?.session !== live.id || pass.player === null) return false;
    return live.session.players[pass.player]?.removal === 'banned';
  }

  passOf(token: string): Promise<TokenOwner | undefined> {
    return this.#desk.journal.tokenOwner(hashOfToken(token));
  }

  byId(id: string): LiveSession | undefined {
    return this.#byId.get(id);
  }

  /** Reopens all unfinished sessions. One that cannot be read does not hold up the others. */
  async reopenAll(): Promise<void> {
    const { journal, log } = this.#desk;
    for (const id of await journal.unfinished()) {
      try {
        const stored = await journal.load(id);
        if (stored) await this.#open(await LiveSession.reopen(this.#desk, stored));
      } catch (error) {
        if (error instanceof UnreadableLog) log.error({ session: id }, error.message);
        else log.error({ session: id, err: error }, 'a session could not be reopened');
      }
    }
  }

  /** Submits `tick` to each running session, so that its deadlines take effect; called every TICK_MS. */
  tick(): void {
    for (const live of this.#byId.values()) {
      if (live.session.status === 'running') void live.submit({ type: 'tick' }, { role: 'room' });
    }
  }

  /** Records in the journal that the sessions are being served, and ends idle ones; called once a second. */
  async expireIdleSessions(): Promise<void> {
    const { clock, journal, log } = this.#desk;
    const at = clock.now();
    const unfinished = [...this.#byId.values()].filter((live) => !live.ended);
    const forgotten = unfinished.filter((live) => isForgotten(live, at));
    await Promise.all(forgotten.map((live) => live.submit({ type: 'end' }, { role: 'host' })));
    const ids = unfinished.map(({ id }) => id);
    await journal
      .seen(ids, at)
      .catch((error) => log.error({ err: error }, 'the journal could not be written'));
  }

  /** Removes an ended session whose room has been disposed. */
  forget(live: LiveSession): void {
    this.#byId.delete(live.id);
    this.#byCode.delete(live.code);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#byId.values()].map((live) => live.close()));
  }

  async #open(live: LiveSession): Promise<void> {
    this.#byId.set(live.id, live);
    this.#byCode.set(live.code, live);
    await this.#desk.openRoom(live);
  }

  async #find(typed: string): Promise<LiveSession | Refused> {
    const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
    if (!/^\d{6}$/.test(code)) return { rejection: 'unknownCode' };
    const live = this.#byCode.get(code);
    if (live) return live;
    const before = await this.#desk.journal.byCode(code);
    if (!before) return { rejection: 'unknownCode' };
    // A session that has not ended and could not be reopened may be readable by another version, so pages keep its token.
    return { rejection: before.ended ? 'endedCode' : 'serverError' };
  }

  async #freeCode(): Promise<string> {
    for (;;) {
      const code = this.#desk.chance.code();
      // Codes of earlier sessions are not reused while there are others.
      if (!this.#byCode.has(code) && !(await this.#desk.journal.byCode(code))) return code;
    }
  }
}
