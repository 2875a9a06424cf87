import { readPlayableFile } from '@relay/shared/network/finite';
import { networkOf } from '@relay/shared/network/networkFile';
import { PRESETS, presetById } from '@relay/shared/network/presets';
import {
  CatchUpRequest,
  type CreateSessionReply,
  CreateSessionRequest,
  EraseRequest,
  JoinRequest,
  type PlanReply,
  PlanRequest,
  RecoverRequest,
  MAX_NETWORK_FILE_BYTES,
  ReportRequest,
  ResumeRequest,
  SummaryRequest,
  WIRE_VERSION,
  WIRE_VERSION_HEADER,
} from '@relay/shared/protocol';
import type { Refusal, ReportReply } from '@relay/shared/protocol';
import { settingsFor } from '@relay/shared/lesson/settings';
import { readPlanFile } from '@relay/shared/referee/plan/readPlanFile';
import { type SessionPlan, sessionPlanOf } from '@relay/shared/referee/plan/planSteps';
import { ruleSetsOf } from '@relay/shared/referee/session/rules';
import { hasQuestions } from '@relay/shared/referee/teams/seating';
import type { Settings } from '@relay/shared/referee/session/settings';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import type { z } from 'zod';
import type { Requests } from '../cluster/Requests.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/Metrics.ts';
import { sendReport } from '../report/sendReport.ts';
import type { Reports } from '../report/Reports.ts';
import type { Sessions } from '../rooms/Sessions.ts';
import { isHostCode } from './hostCode.ts';
import { addressKeys } from './guessing/addressKeys.ts';
import type { GuessLimits } from './guessing/GuessLimits.ts';
import { refuse as sendRefusal } from './refuse.ts';
import { shortProblems } from './shortProblems.ts';

/** Bytes of a request besides its network file, at most. */
const OTHER_BODY_BYTES = 16 * 1024;
/** Rejections of a guessed code or token, which are delayed; every other one is answered at once. */
const GUESSES: ReadonlySet<string> = new Set([
  'wrongHostCode',
  'wrongRecoveryWord',
  'unknownCode',
  'unknownToken',
]);

interface ApiDependencies {
  readonly sessions: Sessions;
  readonly reports: Reports;
  readonly hostCode: string;
  readonly guessLimits: GuessLimits;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly requests: Requests;
}

/** A request without the header comes from a script, not from a page; scripts are not refused. */
const isOtherVersion = (sent: string | undefined): boolean =>
  sent !== undefined && sent !== String(WIRE_VERSION);

/** Settings that a host chose, without those left at their defaults. */
function chosenSettings({ teams, asks, help, settings }: CreateSessionRequest): Partial<Settings> {
  return { ...settings, ...(teams && { teams }), ...(asks && { asks }), ...(help && { help }) };
}

/** Handling of the requests of one path: their shape, and the reply or refusal to one. */
interface Route<Body, Reply extends object> {
  readonly path: string;
  readonly shape: z.ZodType<Body>;
  readonly handle: (body: Body) => Promise<Reply | Refusal>;
  /** Sends a reply; absent: as JSON. */
  readonly send?: (response: Response, reply: Reply) => void | Promise<void>;
  /** Tells whether a body has a token that nobody can have guessed: it is never held. Absent: none has. */
  readonly isKnown?: (body: Body) => Promise<boolean>;
}

type Refuse = (response: Response, refusal: Refusal) => void;

/** Function that adds the handling of a path to a router. */
function poster(router: Router, { guessLimits, requests }: ApiDependencies, refuse: Refuse) {
  const keyOf = addressKeys();
  return <Body, Reply extends object>(route: Route<Body, Reply>): void => {
    const { path, shape, handle, send, isKnown = async () => false } = route;
    const answer = requests.add(path, async (sent) => {
      const body = shape.safeParse(sent);
      return body.success ? handle(body.data) : ({ rejection: 'malformed' } satisfies Refusal);
    });
    router.post(path, async (request, response) => {
      const body = shape.safeParse(request.body);
      if (!body.success) return refuse(response, { rejection: 'malformed' });
      const reply = await guessLimits.reply<object | Refusal>({
        address: keyOf(request.ip),
        isGone: () => request.socket.destroyed,
        isKnown: () => isKnown(body.data),
        look: () => answer(request.body),
        isWrong: (one) => 'rejection' in one && GUESSES.has(one.rejection),
      });
      if (reply === 'gone') return void response.destroy();
      if (reply === 'refused') return refuse(response, { rejection: 'tooFast' });
      if ('rejection' in reply) return refuse(response, reply);
      if (send) return send(response, reply as Reply);
      response.json(reply);
    });
  };
}

/** Reads a plan file that a host sent. */
function readPlan(value: unknown): SessionPlan | Refusal {
  const read = readPlanFile(value);
  return read.ok
    ? sessionPlanOf(read.plan)
    : { rejection: 'planRefused', problems: shortProblems(read.problems) };
}

/** Settings by the plan that a host sent along, and its words; undefined where there is none. */
function plannedLesson({ plan, kind }: CreateSessionRequest) {
  if (plan === undefined) return undefined;
  if (kind !== 'lesson') return { rejection: 'malformed' } as const;
  const read = readPlan(plan);
  if ('rejection' in read) return read;
  const { steps, bell, words } = read;
  return { settings: { plan: steps, bell }, words };
}

/** Opens a session with a host code and a network. */
async function create(
  { sessions, hostCode }: ApiDependencies,
  body: CreateSessionRequest,
): Promise<object | Refusal> {
  if (!isHostCode(body.hostCode, hostCode)) return { rejection: 'wrongHostCode' };
  const network = typeof body.network === 'string' ? presetById(body.network) : body.network;
  const read = readPlayableFile(network);
  if (!read.ok) return { rejection: 'networkRefused', problems: shortProblems(read.problems) };
  const planned = plannedLesson(body);
  if (planned && 'rejection' in planned) return planned;
  const settings = { ...settingsFor(body.kind ?? 'hosted', chosenSettings(body)), ...planned?.settings };
  const ruleSets = ruleSetsOf(settings);
  if (!ruleSets.every((rules) => hasQuestions(networkOf(read.file), rules)))
    return { rejection: 'nothingToAsk' };
  return sessions.create(read.file, settings, planned ? { planWords: planned.words } : {});
}

/** Way back to a lost console. */
function recoverRoute({ sessions, hostCode }: ApiDependencies): Route<RecoverRequest, CreateSessionReply> {
  return {
    path: '/recover',
    shape: RecoverRequest,
    handle: async (body) =>
      isHostCode(body.hostCode, hostCode)
        ? sessions.recover(body.code, body.word)
        : { rejection: 'wrongHostCode' },
  };
}

/** Change of a session's plan by a host. */
function planRoute(sessions: Sessions): Route<PlanRequest, PlanReply> {
  return {
    path: '/plan',
    shape: PlanRequest,
    handle: async ({ code, token, plan }) => {
      const read = readPlan(plan);
      return 'rejection' in read ? read : sessions.changePlan(code, token, read);
    },
    isKnown: ({ code, token }) => sessions.knows(token, code),
  };
}

/** Networks that come with the game. */
const presets: RequestHandler = (_request, response) => {
  response.json(
    PRESETS.map(({ id, file }) => ({ id, name: file.name, layers: file.layers.map(({ units }) => units) })),
  );
};

/** HTTP part of the protocol: creating, joining and resuming a session. All else is sent as room messages. */
export function api(dependencies: ApiDependencies): Router {
  const { sessions, reports, log, metrics } = dependencies;
  const router = Router();
  const refuse: Refuse = (response, refusal) => {
    metrics.rejections.inc({ reason: refusal.rejection, way: 'http' });
    sendRefusal(response, refusal);
  };
  router.use((request, response, next) => {
    if (isOtherVersion(request.get(WIRE_VERSION_HEADER)))
      return refuse(response, { rejection: 'versionMismatch' });
    next();
  });
  router.use(express.json({ limit: MAX_NETWORK_FILE_BYTES + OTHER_BODY_BYTES, strict: true }));

  const post = poster(router, dependencies, refuse);
  const knows = ({ token }: { readonly token: string }): Promise<boolean> => sessions.knows(token);
  post(recoverRoute(dependencies));
  post({ path: '/sessions', shape: CreateSessionRequest, handle: (body) => create(dependencies, body) });
  post({
    path: '/catch-up',
    shape: CatchUpRequest,
    handle: ({ token }) => sessions.catchUp(token),
    isKnown: knows,
  });
  post({ path: '/erase', shape: EraseRequest, handle: ({ token }) => sessions.erase(token), isKnown: knows });
  post({
    path: '/summary',
    shape: SummaryRequest,
    handle: (body) => reports.summaryOf(body),
    isKnown: knows,
  });
  post<ReportRequest, ReportReply>({
    path: '/report',
    shape: ReportRequest,
    handle: (body) => reports.of(body),
    send: sendReport,
    isKnown: async (body) => 'token' in body && (await knows(body)),
  });
  post(planRoute(sessions));
  post({
    path: '/join',
    shape: JoinRequest,
    handle: (body) => sessions.join(body),
  });
  post({
    path: '/resume',
    shape: ResumeRequest,
    handle: ({ code, token }) => sessions.resume(code, token),
    isKnown: ({ code, token }) => sessions.knows(token, code),
  });

  router.get('/presets', presets);
  router.use((_request, response) => void response.status(404).type('text').send('There is nothing here.\n'));
  router.use((error: { type?: string }, _request: Request, response: Response, _next: NextFunction) => {
    if (error.type === 'entity.too.large') return refuse(response, { rejection: 'tooLarge' });
    if (error.type !== undefined) return refuse(response, { rejection: 'malformed' });
    log.error({ err: error }, 'a request failed');
    return refuse(response, { rejection: 'serverError' });
  });
  return router;
}
