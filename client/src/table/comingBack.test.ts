/** @module-tag slow */
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { isLong } from '@relay/shared/testing/effort';
import { afterEach, expect, test, vi } from 'vitest';
import { type Cut, CutProxy } from '../../../server/src/testing/CutProxy';
import { ServerProcess } from '../../../server/src/testing/serverProcess';
import {
  createSession,
  HOST_CODE,
  joinSession,
  temporaryDirectory,
} from '../../../server/src/testing/testServer';
import { usePageAt } from '../testing/page';
import { useStorage } from '../testing/storage';
import { colyseusTable } from './colyseusTable';
import type { Table } from './table';

/**
 * Pages whose server or link was away: their own tables, with the real server in a process of its own. How soon they are
 * back is printed; that no wait is longer than it may be is asserted in `retryWait.test.ts`.
 */

const [PLAYERS, AWAY_MS] = isLong ? [40, 20_000] : [20, 3_000];
const CUT_S = isLong ? [5, 30, 120, 600] : [5];
/** Time of a round, longer than all that happens in it. */
const ROUND_MS = 3_600_000;

useStorage();
const DATA_DIR = temporaryDirectory();
let server: ServerProcess;
let port = '0';
let proxy: CutProxy | null = null;
const tables: Table[] = [];

afterEach(async () => {
  for (const table of tables.splice(0)) table.close();
  await proxy?.close();
  proxy = null;
  await server.stop('SIGKILL');
  rmSync(DATA_DIR, { recursive: true, force: true });
});

async function start(): Promise<string> {
  server = await new ServerProcess({ HOST_CODE, DATA_DIR, PORT: port }).up();
  ({ port } = new URL(server.url));
  return server.url;
}

const isLive = ({ state }: Table): boolean => state.value.connection === 'live' && state.value.view !== null;
const isOut = ({ state }: Table): boolean => state.value.connection === 'lost';
const placeOf = ({ state: { value } }: Table) => {
  const { mine, view } = value;
  const run = mine?.run ? view?.runs[mine.run] : undefined;
  const seat = mine?.seat;
  return { unit: seat?.unit, lane: seat?.lane, score: mine?.score, phase: run?.phase, round: run?.round };
};

/** Class in the middle of a round, with a page for the host and one for each player. */
async function openClass(url: string): Promise<readonly Table[]> {
  const settings = { outputMs: ROUND_MS, hiddenMs: ROUND_MS, style: 'parallel' } as const;
  const { code, sessionToken } = await createSession(url, 'swap', { settings });
  const open = (role: 'host' | 'player', token: string, player: string | null): Table => {
    const table = colyseusTable({ role, code, token, player, nickname: player });
    tables.push(table);
    return table;
  };
  const players: Table[] = [];
  for (let i = 0; i < PLAYERS; i++) {
    const { player, resumeToken } = await joinSession(url, code, `P${i}`);
    players.push(open('player', resumeToken, player));
  }
  const host = open('host', sessionToken, null);
  await vi.waitFor(() => expect(tables.filter(isLive)).toHaveLength(tables.length));
  expect(await host.send({ type: 'start' })).toEqual({ accepted: true });
  await vi.waitFor(() => expect(players.filter((one) => !one.state.value.mine?.seat)).toEqual([]));
  return players;
}

/** Wrong answer of every player, given while the page is out. */
const answers = (players: readonly Table[], raw: string) =>
  players.map((table, i) => {
    const { run, seat } = table.state.value.mine!;
    return table.send({
      type: 'submitAnswer',
      answerId: `answer-${i}-${raw}`,
      run: run!,
      round: seat!.round,
      part: 'places',
      raw,
    });
  });

/** Time until every page is back from now on, ms; sorted. */
async function backMs(): Promise<readonly number[]> {
  const since = performance.now();
  const times = new Map<Table, number>();
  await vi.waitFor(
    () => {
      for (const table of tables)
        if (isLive(table) && !times.has(table)) times.set(table, performance.now() - since);
      expect(times.size).toBe(tables.length);
    },
    { interval: 20 },
  );
  return [...times.values()].toSorted((a, b) => a - b);
}

const report = (what: string, times: readonly number[]): void =>
  console.log(
    `${what}: ${times.length} pages back after ${Math.round(times.at(-1)!)} ms at most, ` +
      `${times.filter((ms) => ms <= 3_000).length} of them within 3 s`,
  );

test('a server that is killed, and away for a while: every page is back in its seat, with its answer', async () => {
  const url = await start();
  usePageAt(url);
  const players = await openClass(url);
  const before = players.map(placeOf);
  await server.stop('SIGKILL');
  await vi.waitFor(() => expect(tables.filter(isOut)).toHaveLength(tables.length));
  const replies = answers(players, 'o:y1');
  await setTimeout(AWAY_MS);
  await start();
  report(`server away for ${AWAY_MS / 1_000} s`, await backMs());
  for (const reply of await Promise.all(replies)) expect(reply).toMatchObject({ accepted: true });
  expect(players.map(placeOf)).toEqual(before);
});

test('a link that is cut: every page is back in its seat, with its answer, whichever way it was cut', async () => {
  const url = await start();
  proxy = await CutProxy.before(Number(port));
  usePageAt(proxy.url);
  const players = await openClass(url);
  const before = players.map(placeOf);
  for (const seconds of CUT_S)
    for (const how of ['refused', 'silent'] satisfies Cut[]) {
      await proxy.cut(how);
      const replies = answers(players, `o:${how}-${seconds}`);
      await setTimeout(1_000 * seconds);
      await proxy.mend();
      report(`link ${how} for ${seconds} s`, await backMs());
      // A wrong answer after the last try is refused, and heard of all the same.
      const heard = await Promise.all(replies);
      expect(heard.filter((reply) => !reply.accepted && reply.rejection === 'connectionLost')).toEqual([]);
      expect(players.map(placeOf)).toEqual(before);
    }
});
