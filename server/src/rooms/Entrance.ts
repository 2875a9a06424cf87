import { readNickname } from '@relay/shared/nickname';
import type { JoinReply, JoinRequest, ResumeReply, SeatReservation } from '@relay/shared/protocol';
import type { Rejection } from '@relay/shared/referee/rejection';
import type { TokenOwner } from '../journal/Journal.ts';
import type { RandomSource } from '../randomSource.ts';
import { EntryRateLimiter } from './EntryRateLimiter.ts';
import type { Joins } from './Joins.ts';
import type { LiveSession } from './LiveSession.ts';
import type { ForbiddenNames } from './names/forbiddenNames.ts';
import { isReservedName } from './names/reservedNames.ts';
import type { Admission } from './RoomServices.ts';
import type { RegistryDependencies } from './SessionRegistry.ts';
import type { SessionCodes } from './SessionCodes.ts';
import { hashOfToken, playerOf, projectorTokenOf } from './token.ts';

export interface EntranceDependencies extends RegistryDependencies {
  readonly randomSource: RandomSource;
  readonly joins: Joins;
  readonly forbiddenNames: ForbiddenNames;
  /** Reserves a seat in the room of a session. */
  readonly reserveSeat: (live: LiveSession, admission: Admission) => Promise<SeatReservation>;
}

type Refused = { readonly rejection: Rejection };

/** Entry into sessions: players who join, and all who come back with a token. */
export class Entrance {
  readonly #dependencies: EntranceDependencies;
  readonly #codes: SessionCodes;
  readonly #ownerOf: (token: string) => Promise<TokenOwner | undefined>;
  readonly #entryLimiter = new EntryRateLimiter();

  constructor(
    dependencies: EntranceDependencies,
    codes: SessionCodes,
    ownerOf: (token: string) => Promise<TokenOwner | undefined>,
  ) {
    this.#dependencies = dependencies;
    this.#codes = codes;
    this.#ownerOf = ownerOf;
  }

  /**
   * Lets a player in. A request that has been sent before, because its reply was lost, gives the same player again.
   *
   * @param known  token that this browser holds for the same session, if any
   */
  async join({ code, nickname, known, request }: JoinRequest): Promise<JoinReply | Refused> {
    const { randomSource } = this.#dependencies;
    // Before the code, so that a bad name does not tell whether there is a session with it.
    const wanted = readNickname(nickname);
    if (!wanted.ok) return wanted;
    if (isReservedName(wanted.name)) return { rejection: 'nameReserved' };
    if (this.#dependencies.forbiddenNames.has(wanted.name)) return { rejection: 'nameForbidden' };
    const live = await this.#codes.find(code);
    if ('rejection' in live) return live;
    if (live.ended) return { rejection: 'endedCode' };
    if (known !== undefined && (await this.#isBanned(live, known))) return { rejection: 'banned' };
    const { player, token: resumeToken } =
      request === undefined
        ? { player: randomSource.id(), token: randomSource.token() }
        : playerOf(request, live.id);
    const tokenHash = hashOfToken(resumeToken);
    const joined = await this.#dependencies.joins.join(live, player, wanted.name, tokenHash);
    if ('rejection' in joined) return joined;
    const { name } = joined;
    const removal = live.session.players[player]?.removal;
    if (removal) return { rejection: removal };
    const renamed = name !== wanted.name;
    const owner: TokenOwner = { role: 'player', session: live.id, player };
    const seat = await this.#reserve(live, owner, resumeToken);
    return { code: live.code, roomId: live.id, player, resumeToken, nickname: name, renamed, seat };
  }

  async resume(typedCode: string, token: string): Promise<ResumeReply | Refused> {
    const live = await this.#codes.find(typedCode);
    if ('rejection' in live) return live;
    if (!this.#entryLimiter.mayEnter(hashOfToken(token), this.#dependencies.clock.elapsed()))
      return { rejection: 'tooFast' };
    const owner = await this.#ownerOf(token);
    if (owner?.session !== live.id) return { rejection: 'unknownToken' };
    const removal = owner.player === null ? null : live.session.players[owner.player]?.removal;
    if (removal) return { rejection: removal };
    const nickname = owner.player === null ? null : (live.names[owner.player] ?? null);
    const seat = await this.#reserve(live, owner, token);
    this.#dependencies.metrics.returns.inc({ role: owner.role });
    return { code: live.code, role: owner.role, nickname, seat };
  }

  #reserve(live: LiveSession, owner: TokenOwner, token: string): Promise<SeatReservation> {
    const hash = hashOfToken(token);
    const projectorToken = owner.role === 'host' ? projectorTokenOf(token) : null;
    const waiting = this.#dependencies.joins.waiting(hash) && hash;
    return this.#dependencies.reserveSeat(live, { ...owner, projectorToken, ...(waiting && { waiting }) });
  }

  async #isBanned(live: LiveSession, token: string): Promise<boolean> {
    const owner = await this.#ownerOf(token);
    if (owner?.session !== live.id || owner.player === null) return false;
    return live.session.players[owner.player]?.removal === 'banned';
  }
}
