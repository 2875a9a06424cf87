import { readPlayableFile } from '@relay/shared/network/finite';
import { networkOf } from '@relay/shared/network/networkFile';
import { PRESETS, presetById } from '@relay/shared/network/presets';
import {
  CatchUpRequest,
  CreateSessionRequest,
  EraseRequest,
  JoinRequest,
  MAX_NETWORK_FILE_BYTES,
  ResumeRequest,
  WIRE_VERSION,
  WIRE_VERSION_HEADER,
} from '@relay/shared/protocol';
import type { Refusal } from '@relay/shared/protocol';
import { settingsFor } from '@relay/shared/lesson/settings';
import { hasQuestions } from '@relay/shared/referee/teams/seating';
import type { Settings } from '@relay/shared/referee/session/settings';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/Metrics.ts';
import type { Sessions } from '../rooms/Sessions.ts';
import { isHostCode } from './hostCode.ts';
import { addressKeys } from './guessing/addressKeys.ts';
import type { GuessLimits } from './guessing/GuessLimits.ts';
import { refuse as sendRefusal } from './refuse.ts';
import { shortProblems } from './shortProblems.ts';

/** Bytes of a request besides its network file, at most. */
const OTHER_BODY_BYTES = 16 * 1024;
/** Rejections of a guessed code or token, which are delayed; every other one is answered at once. */
const GUESSES: ReadonlySet<string> = new Set(['wrongHostCode', 'unknownCode', 'unknownToken']);

interface ApiDependencies {
  readonly sessions: Sessions;
  readonly hostCode: string;
  readonly guessLimits: GuessLimits;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** A request without the header comes from a script, not from a page; scripts are not refused. */
const isOtherVersion = (sent: string | undefined): boolean =>
  sent !== undefined && sent !== String(WIRE_VERSION);

/** Settings that a host chose, without those left at their defaults. */
function chosenSettings({ teams, asks, help, settings }: CreateSessionRequest): Partial<Settings> {
  return { ...settings, ...(teams && { teams }), ...(asks && { asks }), ...(help && { help }) };
}

/** HTTP part of the protocol: creating, joining and resuming a session. All else is sent as room messages. */
export function api({ sessions, hostCode, guessLimits, log, metrics }: ApiDependencies): Router {
  const router = Router();
  const refuse = (response: Response, refusal: Refusal): void => {
    metrics.rejections.inc({ reason: refusal.rejection, way: 'http' });
    sendRefusal(response, refusal);
  };
  router.use((request, response, next) => {
    if (isOtherVersion(request.get(WIRE_VERSION_HEADER)))
      return refuse(response, { rejection: 'versionMismatch' });
    next();
  });
  router.use(express.json({ limit: MAX_NETWORK_FILE_BYTES + OTHER_BODY_BYTES, strict: true }));

  const keyOf = addressKeys();

  /**
   * Reads the body and answers with the reply or refusal that `handle` returns.
   *
   * @param isKnown  tells whether the body has a token that nobody can have guessed, so that it is never held
   */
  function post<Body>(
    path: string,
    shape: z.ZodType<Body>,
    handle: (body: Body) => Promise<object | Refusal>,
    isKnown: (body: Body) => Promise<boolean> = async () => false,
  ): void {
    router.post(path, async (request, response) => {
      const body = shape.safeParse(request.body);
      if (!body.success) return refuse(response, { rejection: 'malformed' });
      const reply = await guessLimits.reply<object | Refusal>({
        address: keyOf(request.ip),
        isGone: () => request.socket.destroyed,
        isKnown: () => isKnown(body.data),
        look: () => handle(body.data),
        isWrong: (one) => 'rejection' in one && GUESSES.has(one.rejection),
      });
      if (reply === 'gone') return void response.destroy();
      if (reply === 'refused') return refuse(response, { rejection: 'tooFast' });
      return 'rejection' in reply ? refuse(response, reply) : void response.json(reply);
    });
  }

  post('/sessions', CreateSessionRequest, async (body) => {
    if (!isHostCode(body.hostCode, hostCode)) return { rejection: 'wrongHostCode' };
    const network = typeof body.network === 'string' ? presetById(body.network) : body.network;
    const read = readPlayableFile(network);
    if (!read.ok) return { rejection: 'networkRefused', problems: shortProblems(read.problems) };
    const settings = settingsFor(body.kind ?? 'hosted', chosenSettings(body));
    if (!hasQuestions(networkOf(read.file), settings)) return { rejection: 'nothingToAsk' };
    return sessions.create(read.file, settings);
  });
  post(
    '/catch-up',
    CatchUpRequest,
    (body) => sessions.catchUp(body.token),
    ({ token }) => sessions.knows(token),
  );
  post(
    '/erase',
    EraseRequest,
    ({ token }) => sessions.erase(token),
    ({ token }) => sessions.knows(token),
  );
  post('/join', JoinRequest, ({ code, nickname, known }) => sessions.join(code, nickname, known));
  post(
    '/resume',
    ResumeRequest,
    ({ code, token }) => sessions.resume(code, token),
    ({ code, token }) => sessions.knows(token, code),
  );

  router.get('/presets', (_request, response) => {
    response.json(
      PRESETS.map(({ id, file }) => ({ id, name: file.name, layers: file.layers.map(({ units }) => units) })),
    );
  });

  router.use((_request, response) => void response.status(404).type('text').send('There is nothing here.\n'));
  router.use((error: { type?: string }, _request: Request, response: Response, _next: NextFunction) => {
    if (error.type === 'entity.too.large') return refuse(response, { rejection: 'tooLarge' });
    if (error.type !== undefined) return refuse(response, { rejection: 'malformed' });
    log.error({ err: error }, 'a request failed');
    return refuse(response, { rejection: 'serverError' });
  });
  return router;
}
