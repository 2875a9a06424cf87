/** @module-tag slow */
import { setTimeout } from 'node:timers/promises';
import { generateNetwork } from '@relay/shared/lesson/generate';
import { type PracticeLesson, practiceSettings } from '@relay/shared/lesson/practice';
import { presetById } from '@relay/shared/network/presets';
import { settingsFor } from '@relay/shared/lesson/settings';
import type { Reply, ClientCommand } from '@relay/shared/protocol';
import type { Press } from '@relay/shared/referee/press';
import type { Decision } from '@relay/shared/referee/decision';
import type { Event } from '@relay/shared/referee/event';
import type { Settings } from '@relay/shared/referee/session/settings';
import { runs } from '@relay/shared/testing/effort';
import { TestTable } from '@relay/shared/testing/table';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { RandomSource } from '../../../server/src/randomSource';
import { openTestServer, type TestServer } from '../../../server/src/testing/testServer';
import { usePageAt } from '../testing/page';
import { nothing, script } from '../testing/script';
import { useStorage } from '../testing/storage';
import { colyseusTable } from './colyseusTable';
import { LOCAL_PLAYER, localTable, LOG_KEY, type LocalSessionOptions } from './localTable';
import type { Table } from './table';

/**
 * One script at three tables: the test table, practice in the browser, and the server with its journal and the page's
 * own table over a WebSocket. Ids, seed and clock are the same at all three, so that whole logs can be compared.
 */

const stored = useStorage();
const plain = (log: unknown): readonly Event[] => JSON.parse(JSON.stringify(log)) as readonly Event[];

/** Ids in the order in which the server asks for them. */
let ids: string[] = [];
let nextSeed = 0;
let tokens = 0;
let codes = 0;
const random: RandomSource = {
  token: () => (++tokens).toString(16).padStart(32, '0'),
  id: () => ids.shift()!,
  code: () => String(++codes).padStart(6, '0'),
  seed: () => nextSeed,
};

let server: TestServer;
const open: Table[] = [];
beforeAll(async () => {
  server = await openTestServer({}, random);
  usePageAt(server.url);
});
afterEach(() => {
  for (const table of open.splice(0)) table.close();
});
afterAll(() => server.close());

/** Opens a session on the server, with one page for the host and one for each player. */
async function serve(opening: LocalSessionOptions, players: readonly string[], at: number) {
  const { sessions } = server.app;
  server.clock.at = at;
  ids = [opening.id, ...players];
  nextSeed = opening.seed;
  const made = await sessions.create(opening.file, opening.settings);
  if ('rejection' in made) throw new Error(made.rejection);
  const { code, sessionToken } = made;
  const live = sessions.byId(opening.id)!;
  const enter = async (role: 'host' | 'player', token: string, player: string | null): Promise<Table> => {
    const table = colyseusTable({ role, code, token, player, nickname: player });
    open.push(table);
    await vi.waitFor(() => expect(table.state.value.connection).toBe('live'));
    return table;
  };
  const host = await enter('host', sessionToken, null);
  const pages: Record<string, Table> = {};
  for (const player of players) {
    const joined = await sessions.join({ code, nickname: player });
    if ('rejection' in joined) throw new Error(joined.rejection);
    pages[player] = await enter('player', joined.resumeToken, player);
  }
  return {
    send: (command: Press<ClientCommand>, player: string): Promise<Reply> =>
      (command.type === 'submitAnswer' ? pages[player]! : host).send(command),
    /** Sends a frame from every page: a client that is silent for long is disconnected. */
    keepAlive: () =>
      Promise.all([
        host.send({ type: 'start' }),
        ...Object.values(pages).map((page) => page.send(nothing())),
      ]),
    tick: () => live.submit({ type: 'tick' }, { role: 'room' }),
    log: () => server.events(opening.id),
  };
}

const asReply = (decision: Decision): Reply =>
  decision.accepted
    ? { accepted: true, ...(decision.verdict ? { verdict: decision.verdict } : {}) }
    : decision;

/** Time between two frames of a page; a client that is silent for twice as long is disconnected. */
const STEP_MS = 4_000;
/**
 * Real time between two steps, in each of which a page sends two frames at most: the server allows it 60 frames a
 * second, and may count those of a quarter of a second more.
 */
const PACE_MS = 50;

/** Plays the script at every table that takes so many players; each reply must be the same at all of them. */
async function play(opening: LocalSessionOptions, players: readonly string[]) {
  const reference = TestTable.openOn(opening.file, opening.settings, opening.seed, opening.id);
  for (const player of players) reference.room({ type: 'joinPlayer', player });
  reference.host({ type: 'start' });
  const served = await serve(opening, players, reference.at);
  expect(await served.send({ type: 'start' }, players[0]!)).toEqual({ accepted: true });
  const local = players.length === 1 ? localTable(opening, () => reference.at) : null;
  const heard = new Set<string>();
  const pass = async (): Promise<void> => {
    reference.at += STEP_MS;
    server.clock.at = reference.at;
    await Promise.all([served.keepAlive(), setTimeout(PACE_MS)]);
    reference.room({ type: 'tick' });
    await served.tick();
  };
  for (const step of script(reference, players)) {
    const until = reference.at + ('passMs' in step ? step.passMs : 1);
    while (reference.at < until) await pass();
    if ('passMs' in step) continue;
    const { command, by } = step;
    const said = asReply(
      command.type === 'submitAnswer' ? reference.player(by, command) : reference.host(command),
    );
    heard.add(said.accepted ? (said.verdict?.outcome ?? 'accepted') : said.rejection);
    expect(await served.send(command, by), JSON.stringify(command)).toEqual(said);
    if (local) expect(await local.send(command), JSON.stringify(command)).toEqual(said);
  }
  return {
    heard,
    reference: plain(reference.log),
    served: await served.log(),
    local: local ? plain((JSON.parse(stored.get(LOG_KEY)!) as { readonly value: unknown }).value) : null,
  };
}

const preset = (id: string, network: string, seed: number, settings: Settings): LocalSessionOptions => ({
  id,
  seed,
  file: presetById(network)!,
  settings,
});
const practice = (lesson: PracticeLesson, seed: number): LocalSessionOptions => ({
  id: `practice-${lesson}`,
  seed,
  file: generateNetwork(lesson, seed).file,
  settings: practiceSettings(lesson, seed),
});
const HOSTED = settingsFor('hosted');
// Parallel, because in a relay the layers close by each table's own clock.
const COMPETITION = settingsFor('tenMinutes', { style: 'parallel', outputMs: 90_000, hiddenMs: 120_000 });

const count = (log: readonly Event[], type: Event['type']): number =>
  log.filter((event) => event.type === type).length;

type Played = readonly [name: string, opening: LocalSessionOptions, rounds: number];
const ALONE: readonly Played[] = [
  ['a hosted run in numbers with exponentials', preset('softmax', 'softmax', 11, HOSTED), 4],
  ['practice at a hidden unit', practice('hidden', 77), 1],
  ['a hosted run', preset('hosted', 'swap', 4_000_000_007, HOSTED), 4],
  ['a competition', preset('competition', 'mazur', 12, COMPETITION), 4],
  ['practice at an output', practice('output', 78), 1],
];
const TEAMS: readonly Played[] = [
  ['a competition', preset('two-teams', 'mazur', 6, { ...COMPETITION, teams: 2 }), 8],
  ['a hosted run', preset('hosted-team', 'swap', 5, { ...HOSTED, teams: 2 }), 8],
];

test.each(ALONE.slice(0, runs(2, ALONE.length)))(
  '%s: the same commands give the same events at all three tables',
  async (_, opening, rounds) => {
    const { reference, served, local, heard } = await play(opening, [LOCAL_PLAYER]);
    expect(served).toEqual(reference);
    expect(local).toEqual(reference);
    // The script has played whole rounds.
    expect(count(reference, 'roundOpened')).toBe(rounds);
    expect(count(reference, 'answerGraded')).toBeGreaterThan(4 * rounds);
    expect(reference.at(-1)).toMatchObject({ type: 'sessionEnded' });
    for (const one of ['correct', 'wrong', 'unreadable', 'partDone', 'paused', 'wrongPhase'])
      expect(heard).toContain(one);
  },
);

test.each(TEAMS.slice(0, runs(1, TEAMS.length)))(
  '%s of two teams: the same events on the server and at the test table',
  async (_, opening, rounds) => {
    const { reference, served, heard } = await play(opening, ['mia', 'leo', 'haruto', 'sam']);
    expect(served).toEqual(reference);
    expect(count(reference, 'roundOpened')).toBe(rounds);
    for (const one of ['correct', 'wrong', 'unreadable', 'partDone', 'wrongPhase'])
      expect(heard).toContain(one);
  },
);
