import { join } from 'node:path';
import { median, table } from '../../shared/bench/support.ts';
import { AUDIENCES, Build, FIRST_PAGE } from '../build/audiences.ts';
import { openAccessPoint } from './classroom/accessPoint.ts';
import { recordVisit, type Visit } from './classroom/recordVisit.ts';
import { type Moments, type Needed, visitOnce } from './classroom/visit.ts';
import { openBrowser } from './support/browser.ts';
import { type GameServer, startServer } from './support/gameServer.ts';
import type { Section } from './support/section.ts';
import { CLASSROOM, WAYS } from './support/ways.ts';

const DEVICES = 40;
const LINK = { bytesASecond: 20_000_000 / 8, delayMs: 20 };
const TARGET_MS = 15_000;

interface Times {
  /** Until the last device has its join page, is in the lobby, has loaded the first round. */
  readonly joinPageMs: number;
  readonly inMs: number;
  readonly readyMs: number;
  /** In the lobby, half of the devices. */
  readonly halfInMs: number;
  readonly mb: number;
}

function neededFiles({ files }: Visit): Needed {
  const build = new Build(join(import.meta.dirname, '..', 'dist'));
  const of = (sources: readonly string[]): Set<string> =>
    new Set([files[0]!.path, ...build.filesOf(sources).map((file) => `/${file}`)]);
  const lobby = AUDIENCES.find(({ name }) => name === 'lobby, connected')!;
  return { joinPage: of(FIRST_PAGE), lobby: of(lobby.sources) };
}

/** Lets all devices begin in the same instant. */
async function arriveTogether(visit: Visit, server: GameServer): Promise<Times> {
  const { code } = await server.createSession('swap');
  const needed = neededFiles(visit);
  const point = await openAccessPoint(server.port, LINK);
  try {
    const devices = Array.from({ length: DEVICES }, (_, i) => `P${i + 1}`);
    const arrived = await Promise.all(
      devices.map((nickname) => visitOnce(visit, needed, { port: point.port, code, nickname })),
    );
    const mb = point.carried() / 1e6;
    for (const { socket } of arrived) socket.close();
    const all = (moment: keyof Moments): number[] => arrived.map(({ moments }) => moments[moment]);
    return {
      joinPageMs: Math.max(...all('joinPageMs')),
      inMs: Math.max(...all('inMs')),
      readyMs: Math.max(...all('readyMs')),
      halfInMs: median(all('inMs')),
      mb,
    };
  } finally {
    await point.close();
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/**
 * A class that opens its first page in the same instant, behind one access point. Forty browsers do not run on one machine: one visit is
 * recorded in a browser, and raw clients ask for the same files in the same order.
 */
export const classroom: Section = {
  name: 'classroom',
  title: `${DEVICES} devices behind one access point: 20 Mbit/s in all, ${LINK.delayMs} ms`,
  run: async ({ runs }) => {
    const browser = await openBrowser([`--host-resolver-rules=MAP ${CLASSROOM} 127.0.0.1`]);
    const server = await startServer(`http://${CLASSROOM}:PORT`);
    const rows: string[][] = [];
    const figures: Record<string, Times> = {};
    try {
      for (const { name, host } of WAYS) {
        const { code } = await server.createSession('swap');
        const visit = await recordVisit(browser, `http://${host}:${server.port}`, code);
        const all: Times[] = [];
        for (let run = 0; run < runs; run++) all.push(await arriveTogether(visit, server));
        const of = (key: keyof Times): number => median(all.map((times) => times[key]));
        const [joinPageMs, inMs, readyMs, halfInMs] = [
          of('joinPageMs'),
          of('inMs'),
          of('readyMs'),
          of('halfInMs'),
        ];
        figures[name] = { joinPageMs, inMs, readyMs, halfInMs, mb: of('mb') };
        rows.push([name, ...[joinPageMs, halfInMs, inMs, readyMs].map(seconds), of('mb').toFixed(1)]);
      }
    } finally {
      await browser.close();
      await server.close();
    }
    rows.push(['to reach', '', '', `≤ ${seconds(TARGET_MS)}`, '', '']);
    const head = [
      'first visit',
      'all have the join page, s',
      'half are in the lobby, s',
      'all are in the lobby, s',
      'all have the first round and all fonts, s',
      'MB in all',
    ];
    return { text: table(head, rows), figures };
  },
};
