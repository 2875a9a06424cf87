import { CATCH_UP_EVENTS, catchUpOf } from '@relay/shared/lesson/catchUp';
import type { NetworkFile } from '@relay/shared/network/networkFile';
import type {
  CreateSessionReply,
  EraseReply,
  PlanReply,
  JoinReply,
  JoinRequest,
  ResumeReply,
} from '@relay/shared/protocol';
import type { RoomCommand } from '@relay/shared/referee/command';
import type { SessionPlan } from '@relay/shared/referee/plan/planSteps';
import type { Event } from '@relay/shared/referee/event';
import { commandIn } from '@relay/shared/referee/session/moment';
import type { Rejection } from '@relay/shared/referee/rejection';
import type { Settings } from '@relay/shared/referee/session/settings';
import { UnreadableLog } from '@relay/shared/referee/versions/readLog';
import type { Erasure } from '../erasure/Erasure.ts';
import type { TokenOwner } from '../journal/Journal.ts';
import { Entrance, type EntranceDependencies } from './Entrance.ts';
import { LiveSession } from './LiveSession.ts';
import { codeIn, SessionCodes } from './SessionCodes.ts';
import { SessionRegistry } from './SessionRegistry.ts';
import { hashOfToken, projectorTokenOf } from './token.ts';
import { hostTokenOf, recoveryWordOf } from './recoveryWord.ts';

/** Unfinished sessions of a process, at most. */
const MAX_SESSIONS = 10_000;

export interface SessionsDependencies extends EntranceDependencies {
  readonly erasure: Erasure;
}

type Refused = { readonly rejection: Rejection };

/** Contents of few sessions only: rounds of a class to catch up with, words for the steps of a plan. */
type SessionExtras = Pick<Extract<RoomCommand, { type: 'createSession' }>, 'catchUpRounds' | 'planWords'>;

/** All sessions of this process: creating, joining, resuming, reopening and expiring them. */
export class Sessions {
  readonly #dependencies: SessionsDependencies;
  readonly #registry: SessionRegistry;
  readonly #codes: SessionCodes;
  readonly #entrance: Entrance;

  constructor(dependencies: SessionsDependencies) {
    this.#dependencies = dependencies;
    this.#registry = new SessionRegistry(dependencies);
    this.#codes = new SessionCodes({ ...dependencies, registry: this.#registry });
    this.#entrance = new Entrance(dependencies, this.#codes, (token) => this.ownerOf(token));
  }

  /** Sessions by state. */
  counts(): ReturnType<SessionRegistry['counts']> {
    return this.#registry.counts();
  }

  /** Unfinished sessions that could not be opened, with the reasons. */
  notOpened(): ReturnType<SessionRegistry['notOpened']> {
    return this.#registry.notOpened();
  }

  /** Open sessions. */
  get live(): Iterable<LiveSession> {
    return this.#registry.live();
  }

  async create(
    file: NetworkFile,
    settings: Settings,
    extras: SessionExtras = {},
  ): Promise<CreateSessionReply | Refused> {
    if (this.#registry.size >= MAX_SESSIONS) return { rejection: 'serverError' };
    return this.#codes.withFreeCode((code) => this.#createWith(code, file, settings, extras));
  }

  async #createWith(
    code: string,
    file: NetworkFile,
    settings: Settings,
    extras: SessionExtras,
  ): Promise<CreateSessionReply> {
    const { randomSource } = this.#dependencies;
    const id = randomSource.id();
    const recoveryWord = recoveryWordOf(randomSource.token());
    const sessionToken = await hostTokenOf(recoveryWord, id);
    const projectorToken = projectorTokenOf(sessionToken);
    const live = await LiveSession.create(
      this.#dependencies,
      code,
      {
        type: 'createSession',
        id,
        seed: randomSource.seed(),
        file,
        settings,
        ...extras,
      },
      [
        { hash: hashOfToken(sessionToken), owner: { role: 'host', session: id, player: null } },
        { hash: hashOfToken(projectorToken), owner: { role: 'projector', session: id, player: null } },
      ],
    );
    // Homework starts at once: it has no host who would start it.
    if (settings.pacing === 'self')
      await live.submit(commandIn(live.session, { type: 'start' }), { role: 'host' });
    await this.#registry.add(live);
    this.#dependencies.metrics.sessionsCreated.inc();
    this.#dependencies.log.info({ session: id }, 'session created');
    return { code: live.code, roomId: id, sessionToken, projectorToken, recoveryWord };
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
      ? this.create(lesson.file, lesson.settings, { catchUpRounds: lesson.catchUpRounds })
      : { rejection: 'nothingPlayed' };
  }

  /** Gives the tokens of a session to somebody who knows its recovery word; the host code was right. */
  async recover(typedCode: string, word: string): Promise<CreateSessionReply | Refused> {
    const code = codeIn(typedCode);
    const id = await this.idOf(typedCode);
    if (code === undefined || id === undefined) return { rejection: 'unknownCode' };
    const sessionToken = await hostTokenOf(word, id);
    const owner = await this.ownerOf(sessionToken);
    if (owner?.role !== 'host' || owner.session !== id) return { rejection: 'wrongRecoveryWord' };
    const projectorToken = projectorTokenOf(sessionToken);
    return { code, roomId: id, sessionToken, projectorToken, recoveryWord: word.trim() };
  }

  /** Changes the plan of a session, identified by its host's token. */
  async changePlan(code: string, token: string, plan: SessionPlan): Promise<PlanReply | Refused> {
    const owner = await this.ownerOf(token);
    if (owner?.role !== 'host') return { rejection: 'unknownToken' };
    const live = await this.#codes.find(code);
    if ('rejection' in live) return live;
    if (owner.session !== live.id) return { rejection: 'unknownToken' };
    const reply = await live.submit({ type: 'changePlan', plan }, { role: 'room' });
    return reply.accepted ? { changed: true } : { rejection: reply.rejection };
  }

  /** Erases an ended session, identified by its host's token: nothing about people is left of it. */
  async erase(token: string): Promise<EraseReply | Refused> {
    const owner = await this.ownerOf(token);
    if (owner?.role !== 'host') return { rejection: 'unknownToken' };
    await this.#registry.bringUpToDate(owner.session);
    if (!this.#registry.hasEnded(owner.session)) return { rejection: 'notEnded' };
    await this.#registry.letGo(owner.session);
    await this.#dependencies.erasure.erase(owner.session);
    return { erased: true };
  }

  /** Erases sessions that ended long enough ago; called once a minute. */
  eraseOld(): Promise<void> {
    return this.#dependencies.erasure.eraseOld(this.#registry);
  }

  /** Events of a session that `catchUpOf` reads. */
  async #playedEvents(session: string): Promise<readonly Event[] | Refused> {
    try {
      return await this.#dependencies.journal.eventsOf(session, CATCH_UP_EVENTS);
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      this.#dependencies.log.error({ session }, error.message);
      return { rejection: 'unavailable' };
    }
  }

  join(request: JoinRequest): Promise<JoinReply | Refused> {
    return this.#entrance.join(request);
  }

  resume(typedCode: string, token: string): Promise<ResumeReply | Refused> {
    return this.#entrance.resume(typedCode, token);
  }

  /** Tells whether a token opens a session; with a code, the session that has it. */
  async knows(token: string, typedCode?: string): Promise<boolean> {
    const owner = await this.ownerOf(token);
    if (!owner || typedCode === undefined) return owner !== undefined;
    return (await this.idOf(typedCode)) === owner.session;
  }

  /** Session that has a code as typed, or had it last; an erased one as well. */
  idOf(typedCode: string): Promise<string | undefined> {
    return this.#codes.idOf(typedCode);
  }

  async ownerOf(token: string): Promise<TokenOwner | undefined> {
    const hash = hashOfToken(token);
    const join = this.#dependencies.joins.waiting(hash);
    if (join) return { role: 'player', session: join.session, player: join.player };
    return this.#dependencies.journal.tokenOwner(hash);
  }

  /** An open session. */
  byId(id: string): LiveSession | undefined {
    return this.#registry.byId(id);
  }

  /** Takes over the unfinished sessions of an earlier process. */
  restore(): Promise<void> {
    return this.#registry.restore();
  }

  /** Looks for sessions that other processes have created or ended; called every few minutes. */
  async refresh(): Promise<void> {
    const { log } = this.#dependencies;
    await this.#registry
      .restore()
      .catch((error: unknown) => log.error({ err: error }, 'the journal could not be read'));
  }

  /** Submits a tick to each open session in which it can have an effect; called every TICK_MS. */
  tick(): void {
    for (const live of this.#registry.live()) if (live.session.status === 'running') live.tick();
  }

  /** Ends idle sessions, closes those that nobody uses, and records in the journal which are served; called once a second. */
  async expireIdleSessions(): Promise<void> {
    const { clock, journal, log } = this.#dependencies;
    const at = clock.now();
    await this.#registry.expire(at);
    const served = [...this.live].filter((live) => !live.ended).map(({ id }) => id);
    await journal
      .seen(served, at)
      .catch((error) => log.error({ err: error }, 'the journal could not be written'));
  }

  /** Removes an ended session whose room has been disposed. */
  remove(live: LiveSession): void {
    this.#registry.remove(live);
  }

  close(): Promise<void> {
    return this.#registry.close();
  }
}
