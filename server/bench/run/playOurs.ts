import { join } from 'node:path';
import type { CreateSessionReply } from '@relay/shared/protocol';
import type { Entrance } from '../load/enter.ts';
import { Child } from '../processes/Child.ts';
import { OUR_NODE_OPTIONS, type OursApi } from '../subjects/subject.ts';
import { Bench, pause, type ProfileOptions, receivedInAll } from './Bench.ts';
import { createSessions } from './createSessions.ts';
import type { RoundFigures, RunFigures } from './figures.ts';
import { joinAll } from './join.ts';
import type { Layout } from './layouts.ts';

export const OURS = join(import.meta.dirname, '..', 'subjects', 'ours.ts');
const PHASE_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 25;
/** Time after a phase has begun in which everyone has been told, ms. */
const TOLD_MS = 1_500;

type Server = Child<OursApi>;

/** Waits until all teams of all sessions are in a phase. @throws {Error} they do not get there */
async function phaseBegins(server: Server, phase: string): Promise<void> {
  const until = performance.now() + PHASE_WITHIN_MS;
  for (;;) {
    const phases = await server.ask('phases');
    if (phases.length === 1 && phases[0] === phase) return pause(TOLD_MS);
    if (performance.now() > until) throw new Error(`waited for ${phase}, found ${phases.join(', ')}`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Presses a button on every console. @throws {Error} the sessions are not all at one moment */
async function press(bench: Bench, server: Server, type: 'start' | 'next'): Promise<void> {
  const [moment, ...others] = await server.ask('moments');
  if (moment === undefined || others.length > 0) throw new Error('the sessions are at different moments');
  await bench.commandOfHosts({ type, moment });
}

/** Plays one round from its opening until before the next one. */
async function playRound(bench: Bench, server: Server, begin: 'start' | 'next') {
  const which = begin === 'start' ? 'first round' : 'second round';
  await bench.take();
  const openingTimes = await bench.stage(`opening, ${which}`, async () => {
    await press(bench, server, begin);
    await phaseBegins(server, 'backward');
  });
  const opened = await bench.take();
  const answers = await server.ask('rightAnswers');
  let answering: RoundFigures['answering'] | undefined;
  await bench.stage(`answering, ${which}`, async () => {
    answering = await bench.answer(answers);
  });
  const open = (await server.ask('rightAnswers')).length;
  if (open > 0) throw new Error(`${open} answers did not complete`);
  const closingTimes = await bench.stage(`closing, ${which}`, async () => {
    await press(bench, server, 'next');
    await phaseBegins(server, 'reveal');
    await press(bench, server, 'next');
    await phaseBegins(server, 'update');
  });
  const closed = await bench.take();
  return {
    opening: { ...openingTimes, received: opened.player },
    answering: answering!,
    closing: { ...closingTimes, received: closed.player },
    round: receivedInAll([opened.player, answering!.receivedWithAfter, closed.player]),
  };
}

/** Ways into sessions: of each, its host, its projector and its players. */
export function entrancesOf(sessions: readonly CreateSessionReply[], players: number) {
  const byToken = (code: string, token: string): Entrance[] => [{ by: 'token', code, token }];
  return {
    hosts: sessions.map(({ code, sessionToken }) => byToken(code, sessionToken)),
    projectors: sessions.map(({ code, projectorToken }) => byToken(code, projectorToken)),
    byPlayer: sessions.map(({ code }) =>
      Array.from(
        { length: players },
        (_, p): Entrance => ({ by: 'code', code, nickname: `Player ${p + 1}` }),
      ),
    ),
  };
}

/** Plays two rounds on our server, in a process of its own with a journal in `directory`. */
export async function playOurs(
  layout: Layout,
  directory: string,
  options: { readonly seed: number; readonly profile: ProfileOptions | null },
): Promise<Omit<RunFigures, 'loadAverage'>> {
  const server: Server = new Child<OursApi>(OURS, [directory], OUR_NODE_OPTIONS);
  const { port, hostCode } = await server.ask('open');
  const bench = new Bench(server, port, options.seed, options.profile);
  try {
    const sessions = await createSessions(port, hostCode, layout.sessions);
    const { hosts, projectors, byPlayer } = entrancesOf(sessions, layout.players);
    await bench.enterAll('host', hosts);
    await bench.enterAll('projector', projectors);
    const joined = await joinAll(bench, server, byPlayer);
    const first = await playRound(bench, server, 'start');
    const second = await playRound(bench, server, 'next');
    return { ...joined, rounds: [first, second] };
  } finally {
    await bench.stop();
  }
}
