import type {
  CatchUpRequest,
  CreateSessionReply,
  CreateSessionRequest,
  JoinReply,
  JoinRequest,
  Refusal,
  ResumeReply,
  ResumeRequest,
} from '@relay/shared/protocol';
import type { Rejection } from '@relay/shared/referee/rejection';
import { isObject } from './keptTokens';

/** Why nobody was let in; `noServer`: these pages came from a file server, with no game behind them. */
export type Refused = Rejection | 'noServer';

/** Asking to be let in: what happens over HTTP before a room is entered. */
export type Asked<T> =
  | { readonly ok: true; readonly reply: T }
  | { readonly ok: false; readonly rejection: Refused; readonly problems: Refusal['problems'] };

/** A school network can swallow a request; after this nobody waits for it any more. */
const TIMEOUT_MS = 8_000;

/** What file servers say to a POST. */
const NOT_FOR_FILES: ReadonlySet<number> = new Set([404, 405, 501]);

const isRefusal = (value: unknown): value is Refusal =>
  isObject(value) && typeof value['rejection'] === 'string';

async function ask<T>(path: string, body: unknown): Promise<Asked<T>> {
  const failed = (rejection: Refused): Asked<T> => ({ ok: false, rejection, problems: undefined });
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const reply: unknown = await response.json().catch(() => null);
    if (response.ok) return isObject(reply) ? { ok: true, reply: reply as T } : failed('noServer');
    if (isRefusal(reply)) return { ok: false, rejection: reply.rejection, problems: reply.problems };
    if (NOT_FOR_FILES.has(response.status)) return failed('noServer');
    return failed(response.status === 429 ? 'tooFast' : 'serverError');
  } catch {
    return failed('connectionLost');
  }
}

export const createSession = (request: CreateSessionRequest): Promise<Asked<CreateSessionReply>> =>
  ask('/api/sessions', request);

export const openCatchUp = (request: CatchUpRequest): Promise<Asked<CreateSessionReply>> =>
  ask('/api/catch-up', request);

export const joinSession = (request: JoinRequest): Promise<Asked<JoinReply>> => ask('/api/join', request);

export const resumeSession = (request: ResumeRequest): Promise<Asked<ResumeReply>> =>
  ask('/api/resume', request);
