import { CATCH_UP_EVENTS, catchUpOf } from '@relay/shared/lesson/catchUp';
import type { NetworkFile } from '@relay/shared/network/networkFile';
import { readNickname } from '@relay/shared/nickname';
import type { CreateSessionReply, JoinReply, ResumeReply, SeatReservation } from '@relay/shared/protocol';
import type { CatchUpRound } from '@relay/shared/referee/ownRuns/catchUpRound';
import type { Event } from '@relay/shared/referee/event';
import type { Rejection } from '@relay/shared/referee/rejection';
import type { Settings } from '@relay/shared/referee/session/settings';
import { UnreadableLog } from '@relay/shared/referee/versions/readLog';
import type { RandomSource } from '../randomSource.ts';
import type { TokenOwner } from '../journal/Journal.ts';
import { EntryRateLimiter } from './EntryRateLimiter.ts';
import type { Admission } from './RoomServices.ts';
import { type LiveSessionDependencies, LiveSession } from './LiveSession.ts';
import { hashOfToken, projectorTokenOf } from './token.ts';

/** Time without a command after which a session ends and its code is freed. */
const IDLE_MS = 12 * 60 * 60 * 1_000;
/** The same for homework without a due date; with one, homework ends when it is due. */
const HOMEWORK_IDLE_MS = 31 * 24 * 60 * 60 * 1_000;
const MAX_LIVE = 10_000;

export interface SessionsDependencies extends LiveSessionDependencies {
  readonly randomSource: RandomSource;
  /** Opens the room that has the session's id. */
  readonly openRoom: (live: LiveSession) => Promise<void>;
  /** Reserves a seat in the room of a session. */
  readonly reserveSeat: (live: LiveSession, admission: Admission) => Promise<SeatReservation>;
}

type Refused = { readonly rejection: Rejection };

function isIdle({ session, activeAt }: LiveSession, at: number): boolean {
  const { pacing, dueAt } = session.settings;
  if (pacing !== 'self') return at - activeAt > IDLE_MS;
  return dueAt === null ? at - activeAt > HOMEWORK_IDLE_MS : at > dueAt;
}

/** All sessions of this process: creating, joining, resuming, reopening and expiring them. */
export class Sessions {
  readonly #dependencies: SessionsDependencies;
  readonly #byCode = new Map<string, LiveSession>();
  readonly #byId = new Map<string, LiveSession>();
  readonly #entryLimiter = new EntryRateLimiter();

  constructor(dependencies: SessionsDependencies) {
    this.#dependencies = dependencies;
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
    const { randomSource } = this.#dependencies;
    if (this.#byId.size >= MAX_LIVE) return { rejection: 'serverError' };
    const id = randomSource.id();
    const sessionToken = randomSource.token();
    const projectorToken = projectorTokenOf(sessionToken);
    const live = await LiveSession.create(
      this.#dependencies,
      await this.#freeCode(),
      {
        type: 'createSession',
        id,
        seed: randomSource.seed(),
        file,
        settings,
        ...(catchUpRounds && { catchUpRounds }),
      },
      [
        { hash: hashOfToken(sessionToken), owner: { role: 'host', session: id, player: null } },
        { hash: hashOfToken(projectorToken), owner: { role: 'projector', session: id, player: null } },
      ],
    );
    // Homework starts at once: it has no host who would start it.
    if (settings.pacing === 'self') await live.submit({ type: 'start' }, { role: 'host' });
    await this.#open(live);
    this.#dependencies.log.info({ session: id }, 'session created');
    return { code: live.code, roomId: id, sessionToken, projectorToken };
  }

  /**
   * Creates a session in which absent players answer the rounds of a class, identified by its host's token. The rounds
   * are read from the journal, so the class may still run or have ended long ago.
   */
  async catchUp(token: string): Promise<CreateSessionReply | Refused> {
    const owner = await this.ownerOf(token);
    if (owner?.role !== 'host') return { rejection: 'unknownToken' };
    const log = await this.#playedEvents(owner.session);
    if ('rejection' in log) return log;
    const lesson = catchUpOf(log);
    return lesson
      ? this.create(lesson.file, lesson.settings, lesson.catchUpRounds)
      : { rejection: 'nothingPlayed' };
  }

  /** Events of a session that `catchUpOf` reads. */
  async #playedEvents(session: string): Promise<readonly Event[] | Refused> {
    try {
      return await this.#dependencies.journal.eventsOf(session, CATCH_UP_EVENTS);
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      this.#dependencies.log.error({ session }, error.message);
      return { rejection: 'serverError' };
    }
  }

  /** @param known  token that this browser holds for the same session, if any */
  async join(typedCode: string, nickname: string, known?: string): Promise<JoinReply | Refused> {
    const { randomSource } = this.#dependencies;
    const live = await this.#find(typedCode);
    if ('rejection' in live) return live;
    if (live.ended) return { rejection: 'endedCode' };
    if (known !== undefined && (await this.#isBanned(live, known))) return { rejection: 'banned' };
    const wanted = readNickname(nickname);
    if (!wanted.ok) return wanted;
    const player = randomSource.id();
    const resumeToken = randomSource.token();
    const joined = await live.join(player, wanted.name, hashOfToken(resumeToken));
    if ('rejection' in joined) return joined;
    const { name } = joined;
    const renamed = name !== wanted.name;
    const owner: TokenOwner = { role: 'player', session: live.id, player };
    const seat = await this.#dependencies.reserveSeat(live, { ...owner, projectorToken: null });
    return { code: live.code, roomId: live.id, player, resumeToken, nickname: name, renamed, seat };
  }

  async resume(typedCode: string, token: string): Promise<ResumeReply | Refused> {
    const live = await this.#find(typedCode);
    if ('rejection' in live) return live;
    if (!this.#entryLimiter.mayEnter(hashOfToken(token), this.#dependencies.clock.now()))
      return { rejection: 'tooFast' };
    const owner = await this.ownerOf(token);
    if (owner?.session !== live.id) return { rejection: 'unknownToken' };
    const removal = owner.player === null ? null : live.session.players[owner.player]?.removal;
    if (removal) return { rejection: removal };
    const nickname = owner.player === null ? null : (live.names[owner.player] ?? null);
    const projectorToken = owner.role === 'host' ? projectorTokenOf(token) : null;
    const seat = await this.#dependencies.reserveSeat(live, { ...owner, projectorToken });
    return { code: live.code, role: owner.role, nickname, seat };
  }

  async #isBanned(live: LiveSession, token: string): Promise<boolean> {
    const owner = await this.ownerOf(token);
    if (owner?.session !== live.id || owner.player === null) return false;
    return live.session.players[owner.player]?.removal === 'banned';
  }

  ownerOf(token: string): Promise<TokenOwner | undefined> {
    return this.#dependencies.journal.tokenOwner(hashOfToken(token));
  }

  byId(id: string): LiveSession | undefined {
    return this.#byId.get(id);
  }

  /** Reopens all unfinished sessions. One that cannot be read does not hold up the others. */
  async reopenAll(): Promise<void> {
    const { journal, log } = this.#dependencies;
    for (const id of await journal.unfinished()) {
      try {
        const stored = await journal.load(id);
        if (stored) await this.#open(await LiveSession.reopen(this.#dependencies, stored));
      } catch (error) {
        if (error instanceof UnreadableLog) log.error({ session: id }, error.message);
        else log.error({ session: id, err: error }, 'a session could not be reopened');
      }
    }
  }

  /** Submits a tick to each running session in which it can have an effect; called every TICK_MS. */
  tick(): void {
    for (const live of this.#byId.values()) if (live.session.status === 'running') live.tick();
  }

  /** Records in the journal that the sessions are being served, and ends idle ones; called once a second. */
  async expireIdleSessions(): Promise<void> {
    const { clock, journal, log } = this.#dependencies;
    const at = clock.now();
    const unfinished = [...this.#byId.values()].filter((live) => !live.ended);
    const idle = unfinished.filter((live) => isIdle(live, at));
    await Promise.all(idle.map((live) => live.submit({ type: 'end' }, { role: 'host' })));
    const ids = unfinished.map(({ id }) => id);
    await journal
      .seen(ids, at)
      .catch((error) => log.error({ err: error }, 'the journal could not be written'));
  }

  /** Removes an ended session whose room has been disposed. */
  remove(live: LiveSession): void {
    this.#byId.delete(live.id);
    this.#byCode.delete(live.code);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#byId.values()].map((live) => live.close()));
  }

  async #open(live: LiveSession): Promise<void> {
    this.#byId.set(live.id, live);
    this.#byCode.set(live.code, live);
    await this.#dependencies.openRoom(live);
  }

  async #find(typed: string): Promise<LiveSession | Refused> {
    const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
    if (!/^\d{6}$/.test(code)) return { rejection: 'unknownCode' };
    const live = this.#byCode.get(code);
    if (live) return live;
    const earlier = await this.#dependencies.journal.byCode(code);
    if (!earlier) return { rejection: 'unknownCode' };
    // A session that has not ended and could not be reopened may be readable by another version, so pages keep its token.
    return { rejection: earlier.ended ? 'endedCode' : 'serverError' };
  }

  async #freeCode(): Promise<string> {
    for (;;) {
      const code = this.#dependencies.randomSource.code();
      // Codes of earlier sessions are not reused while there are others.
      if (!this.#byCode.has(code) && !(await this.#dependencies.journal.byCode(code))) return code;
    }
  }
}
