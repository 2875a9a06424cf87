import type {
  CatchUpRequest,
  CreateSessionReply,
  RecoverRequest,
  CreateSessionRequest,
  EraseReply,
  EraseRequest,
  PlanReply,
  PlanRequest,
  JoinReply,
  JoinRequest,
  Refusal,
  ReportReply,
  ReportRequest,
  ResumeReply,
  ResumeRequest,
  SummaryReply,
  SummaryRequest,
} from '@relay/shared/protocol';
import { WIRE_VERSION, WIRE_VERSION_HEADER } from '@relay/shared/protocol/version';
import type { Rejection } from '@relay/shared/referee/rejection';
import {
  readCreated,
  readErased,
  readJoined,
  readPlanChanged,
  readRefusal,
  readReport,
  readResumed,
  readSummary,
} from './replies';
import { noteReservation } from './reservation';
import { isObject } from './tokenStore';
import { noteVersionMismatch } from './versionMismatch';

/** Reason of a refused request; `noServer`: the pages come from a file server without a game server. */
export type HttpRejection = Rejection | 'noServer';

/** Result of an HTTP request made before a room is entered. */
export type HttpResult<T> =
  | { readonly ok: true; readonly reply: T }
  | { readonly ok: false; readonly rejection: HttpRejection; readonly problems: Refusal['problems'] };

/** Wait for a reply, after which a request counts as lost. */
const TIMEOUT_MS = 8_000;
/** The same for a report: several MB of a session with a thousand students, over a slow network. */
const REPORT_TIMEOUT_MS = 60_000;

/** Status codes with which file servers refuse a POST. */
const NOT_FOR_FILES: ReadonlySet<number> = new Set([404, 405, 501]);

async function ask<T>(
  path: string,
  body: unknown,
  read: (said: unknown) => T | null,
  timeoutMs = TIMEOUT_MS,
): Promise<HttpResult<T>> {
  const failed = (rejection: HttpRejection): HttpResult<T> => ({ ok: false, rejection, problems: undefined });
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [WIRE_VERSION_HEADER]: String(WIRE_VERSION) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const said: unknown = await response.json().catch(() => null);
    if (response.ok) {
      const reply = read(said);
      if (reply !== null) return { ok: true, reply };
      return failed(isObject(said) ? 'serverError' : 'noServer');
    }
    const refusal = readRefusal(said);
    if (refusal?.rejection === 'versionMismatch') noteVersionMismatch();
    if (refusal) return { ok: false, rejection: refusal.rejection, problems: refusal.problems };
    if (NOT_FOR_FILES.has(response.status)) return failed('noServer');
    return failed(response.status === 429 ? 'tooFast' : 'serverError');
  } catch {
    return failed('connectionLost');
  }
}

export const createSession = (request: CreateSessionRequest): Promise<HttpResult<CreateSessionReply>> =>
  ask('/api/sessions', request, readCreated);

export const recoverSession = (request: RecoverRequest): Promise<HttpResult<CreateSessionReply>> =>
  ask('/api/recover', request, readCreated);

export const openCatchUp = (request: CatchUpRequest): Promise<HttpResult<CreateSessionReply>> =>
  ask('/api/catch-up', request, readCreated);

export const eraseSession = (request: EraseRequest): Promise<HttpResult<EraseReply>> =>
  ask('/api/erase', request, readErased);

export const changePlan = (request: PlanRequest): Promise<HttpResult<PlanReply>> =>
  ask('/api/plan', request, readPlanChanged);

export const askSummary = (request: SummaryRequest): Promise<HttpResult<SummaryReply>> =>
  ask('/api/summary', request, readSummary);

export const askReport = (request: ReportRequest): Promise<HttpResult<ReportReply>> =>
  ask('/api/report', request, readReport, REPORT_TIMEOUT_MS);

export async function joinSession(request: JoinRequest): Promise<HttpResult<JoinReply>> {
  const result = await ask('/api/join', request, readJoined);
  if (result.ok) noteReservation(result.reply.resumeToken, result.reply.seat);
  return result;
}

export const resumeSession = (request: ResumeRequest, timeoutMs: number): Promise<HttpResult<ResumeReply>> =>
  ask('/api/resume', request, readResumed, timeoutMs);
