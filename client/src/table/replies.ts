import {
  type CreateSessionReply,
  type EraseReply,
  type PlanReply,
  type JoinReply,
  type Refusal,
  type Reply,
  type ReportReply,
  type ResumeReply,
  ROLES,
  type SeatReservation,
  type SummaryReply,
} from '@relay/shared/protocol/replies';
import type { MessageName, RoomMessages } from '@relay/shared/protocol/messages';
import { REJECTIONS } from '@relay/shared/referee/rejection';
import { isObject } from './tokenStore';

/**
 * Checks of what a server sends, by hand: a page that has just been updated may meet a server that has not. Fields that
 * a page does not know are left out; views inside a message are made by the referee's own functions and not checked.
 */

type Fields = Record<string, unknown>;

const isText = (value: unknown): value is string => typeof value === 'string';
const areTexts = (value: Fields, ...names: readonly string[]): boolean =>
  names.every((name) => isText(value[name]));
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isOneOf = (all: readonly string[], value: unknown): boolean => isText(value) && all.includes(value);

function readSeat(value: unknown): SeatReservation | null {
  if (!isObject(value) || !areTexts(value, 'name', 'sessionId', 'roomId', 'processId')) return null;
  const { name, sessionId, roomId, processId, publicAddress } = value as unknown as SeatReservation;
  return { name, sessionId, roomId, processId, ...(isText(publicAddress) && { publicAddress }) };
}

export function readCreated(value: unknown): CreateSessionReply | null {
  if (
    !isObject(value) ||
    !areTexts(value, 'code', 'roomId', 'sessionToken', 'projectorToken', 'recoveryWord')
  )
    return null;
  const { code, roomId, sessionToken, projectorToken, recoveryWord } = value as unknown as CreateSessionReply;
  return { code, roomId, sessionToken, projectorToken, recoveryWord };
}

export function readErased(value: unknown): EraseReply | null {
  return isObject(value) && value['erased'] === true ? { erased: true } : null;
}

export function readPlanChanged(value: unknown): PlanReply | null {
  return isObject(value) && value['changed'] === true ? { changed: true } : null;
}

export function readReport(value: unknown): ReportReply | null {
  if (!isObject(value) || !isText(value['code']) || !isObject(value['names']) || !isObject(value['facts']))
    return null;
  const { facts } = value;
  const hasLists = ['players', 'questions', 'bets', 'losses', 'results'].every((name) =>
    Array.isArray(facts[name]),
  );
  return hasLists ? (value as unknown as ReportReply) : null;
}

export function readSummary(value: unknown): SummaryReply | null {
  if (!isObject(value) || !Number.isFinite(value['createdAt']) || !Number.isInteger(value['players']))
    return null;
  if (!isOneOf(['lobby', 'running', 'ended'], value['status'])) return null;
  const { createdAt, players, status } = value as unknown as SummaryReply;
  return { createdAt, players, status };
}

export function readJoined(value: unknown): JoinReply | null {
  const seat = isObject(value) ? readSeat(value['seat']) : null;
  if (!isObject(value) || !seat || typeof value['renamed'] !== 'boolean') return null;
  if (!areTexts(value, 'code', 'roomId', 'player', 'resumeToken', 'nickname')) return null;
  const { code, roomId, player, resumeToken, nickname, renamed } = value as unknown as JoinReply;
  return { code, roomId, player, resumeToken, nickname, renamed, seat };
}

export function readResumed(value: unknown): ResumeReply | null {
  const seat = isObject(value) ? readSeat(value['seat']) : null;
  if (!isObject(value) || !seat || !isText(value['code'])) return null;
  if (!isOneOf(ROLES, value['role']) || !isTextOrNull(value['nickname'])) return null;
  const { code, role, nickname } = value as unknown as ResumeReply;
  return { code, role, nickname, seat };
}

const isProblem = (value: unknown): boolean => isObject(value) && areTexts(value, 'path', 'expected');

export function readRefusal(value: unknown): Refusal | null {
  if (!isObject(value) || !isOneOf(REJECTIONS, value['rejection'])) return null;
  const { rejection, problems } = value as unknown as Refusal;
  if (problems === undefined) return { rejection };
  return Array.isArray(problems) && problems.every(isProblem) ? { rejection, problems } : null;
}

/** @throws {Error} the reply to a command is not one */
export function readReply(value: unknown): Reply {
  if (isObject(value)) {
    const { accepted, verdict, rejection } = value;
    const isAccepted = accepted === true && (verdict === undefined || isObject(verdict));
    if (isAccepted || (accepted === false && isOneOf(REJECTIONS, rejection)))
      return value as unknown as Reply;
  }
  throw new Error('the reply has a shape that this page does not know');
}

const isChange = (value: Fields): boolean => typeof value['whole'] === 'boolean' && isObject(value['delta']);

const IS_MESSAGE: { readonly [Name in MessageName]: (value: Fields) => boolean } = {
  welcome: (value) =>
    isOneOf(ROLES, value['role']) &&
    isText(value['code']) &&
    Number.isFinite(value['at']) &&
    isTextOrNull(value['player']) &&
    isTextOrNull(value['nickname']) &&
    isTextOrNull(value['projectorToken']),
  ping: (value) => Number.isFinite(value['at']),
  view: isChange,
  mine: isChange,
  host: isChange,
  planWords: (value) => isObject(value['words']),
};

/** Tells whether a message has the shape of its name. */
export function isMessage<Name extends MessageName>(name: Name, value: unknown): value is RoomMessages[Name] {
  return isObject(value) && IS_MESSAGE[name](value);
}
