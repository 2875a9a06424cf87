import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { presetById } from '@relay/shared/network/presets';
import { DEFAULT_SETTINGS } from '@relay/shared/lesson/settings';
import { hostRow, playerView } from '@relay/shared/referee/view';
import { replay } from '@relay/shared/referee/versions/readLog';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Entry, type Journal, JournalStopped } from '../journal/Journal.ts';
import { JOURNAL_FILE, SqliteJournal } from '../journal/SqliteJournal.ts';
import { openLog } from '../log.ts';
import { Metrics } from '../metrics/Metrics.ts';
import { TestClock, temporaryDirectory } from '../testing/testServer.ts';
import { LiveSession } from './LiveSession.ts';
import { press } from '../testing/press.ts';

let directory: string;
let journal: SqliteJournal;
let clock: TestClock;
let live: LiveSession;
const desk = () => ({
  journal,
  clock,
  log: openLog({ DATA_DIR: directory, LOG_LEVEL: 'silent' }),
  metrics: new Metrics(),
});

beforeEach(async () => {
  directory = temporaryDirectory();
  journal = await SqliteJournal.open(directory);
  clock = new TestClock();
  const file = presetById('swap')!;
  const create = { type: 'createSession', id: 's', seed: 7, file, settings: DEFAULT_SETTINGS } as const;
  live = await LiveSession.create(desk(), '123456', create, []);
});
afterEach(async () => {
  await journal.close();
  rmSync(directory, { recursive: true, force: true });
});

const host = { role: 'host' } as const;
const answer = (answerId: string, raw = 'o:x1') =>
  ({ type: 'submitAnswer', answerId, run: 'A', round: 1, part: 'places', raw }) as const;
const mia = { role: 'player', player: 'mia' } as const;

/** Writes into the journal's file from outside, so that its next append is refused. */
function takeNextNumber(): () => void {
  const file = new Database(join(directory, JOURNAL_FILE));
  const { seq } = file.prepare('SELECT max(seq) + 1 AS seq FROM events').get() as { seq: number };
  file
    .prepare("INSERT INTO events (session, seq, at, type, json) VALUES ('s', ?, 0, 'foreign', '{}')")
    .run(seq);
  return () => {
    file.prepare('DELETE FROM events WHERE seq = ?').run(seq);
    file.close();
  };
}

test('a failed append: leaves the session unchanged', async () => {
  await live.join('mia', 'Mia', 'hash');
  await press(live, { type: 'start' });
  const before = live.session;
  const told: string[] = [];
  live.onEvents((events) => told.push(...events.map(({ type }) => type)));
  const giveBack = takeNextNumber();
  const refused = { accepted: false, rejection: 'serverError' };
  expect(await live.submit(answer('answer-1'), mia)).toEqual(refused);
  expect(await live.join('leo', 'Leo', 'other')).toEqual({ rejection: 'serverError' });
  expect(live.session).toBe(before);
  expect(live.names).toEqual({ mia: 'Mia' });
  expect(told).toEqual([]);
  giveBack();
  expect(await live.submit(answer('answer-1'), mia)).toMatchObject({
    accepted: true,
    verdict: { outcome: 'wrong' },
  });
  expect(told).toEqual(['answerGraded']);
});

test('a typed text: is shown, stands beside the events, and is there after a restart', async () => {
  await live.join('mia', 'Mia', 'hash');
  await press(live, { type: 'start' });
  const typed = 'Mia Jansen 06 1234 5678';
  expect(await live.submit(answer('answer-1', typed), mia)).toMatchObject({
    verdict: { outcome: 'unreadable' },
  });
  const shown = ({ session, names, texts }: LiveSession) => [
    playerView(session, 'mia', names, texts).seat!.answers.places,
    hostRow(session, 'mia', names, texts)!.parts[0],
  ];
  expect(shown(live)).toMatchObject([{ raw: typed, tries: 0 }, { raw: typed }]);
  // The same once more changes nothing, another unreadable text is the newest one.
  const { session } = live;
  await live.submit(answer('answer-2', typed), mia);
  expect(live.session).toBe(session);
  await live.submit(answer('answer-3', `${typed}!`), mia);
  const stored = (await journal.load('s'))!;
  expect(JSON.stringify(stored.events)).not.toContain('Jansen');
  expect([...stored.texts.values()]).toEqual([`${typed}!`]);
  const again = await LiveSession.reopen(desk(), stored);
  expect(shown(again)).toEqual(shown(live));
  // Without its texts the session is the same to the last bit, and shows that they have been erased.
  const erased = await LiveSession.reopen(desk(), { ...(await journal.load('s'))!, texts: new Map() });
  expect(erased.session).toEqual(again.session);
  expect(shown(erased)).toMatchObject([{ raw: null, tries: 0 }, { raw: null }]);
});

test('a resend: gets its verdict in a later round, after a restart and after the end', async () => {
  await live.join('mia', 'Mia', 'hash');
  await press(live, { type: 'start' });
  const first = await live.submit(answer('answer-1'), mia);
  expect(first).toMatchObject({ accepted: true, verdict: { outcome: 'wrong' } });
  const resent = async (to: LiveSession): Promise<void> => {
    const { session } = to;
    expect(await to.submit(answer('answer-1', 'f:y1'), mia)).toEqual(first);
    expect(to.session).toBe(session);
  };
  for (const phase of ['reveal', 'update', 'backward'] as const) {
    await press(live, { type: 'next' });
    expect(live.session.runs['A']!.phase.name).toBe(phase);
    await resent(live);
  }
  const again = await LiveSession.reopen(desk(), (await journal.load('s'))!);
  await resent(again);
  await press(again, { type: 'end' });
  await resent(again);
  expect(await again.submit(answer('answer-2'), mia)).toEqual({
    accepted: false,
    rejection: 'sessionEnded',
  });
});

test('an entry that was stored but not acknowledged: the session goes on from what is stored', async () => {
  await live.join('mia', 'Mia', 'hash');
  await press(live, { type: 'start' });
  const stored = (await journal.load('s'))!;
  let stops = false;
  const stopping: Journal = Object.assign(Object.create(journal) as Journal, {
    load: (id: string) => journal.load(id),
    append: async (entry: Entry) => {
      await journal.append(entry);
      if (stops) throw new JournalStopped('ended before it answered');
    },
  });
  live = await LiveSession.reopen({ ...desk(), journal: stopping }, stored);
  stops = true;
  const told: string[] = [];
  live.onEvents((events) => told.push(...events.map(({ type }) => type)));
  expect(await live.submit(answer('answer-1'), mia)).toEqual({ accepted: false, rejection: 'serverError' });
  expect(await live.join('leo', 'Leo', 'other')).toEqual({ rejection: 'serverError' });
  stops = false;
  expect(await live.submit(answer('answer-1'), mia)).toMatchObject({
    accepted: true,
    verdict: { outcome: 'wrong' },
  });
  expect(told.filter((type) => type === 'answerGraded')).toHaveLength(1);
  expect(live.names).toEqual({ mia: 'Mia', leo: 'Leo' });
  expect(replay('s', (await journal.load('s'))!.events)).toEqual(live.session);
});

test('events and replies: are sent only after the journal has stored them', async () => {
  await live.join('mia', 'Mia', 'hash');
  await press(live, { type: 'start' });
  const rows = async () => (await journal.load('s'))!.events.length;
  const before = await rows();
  const seen: Promise<number>[] = [];
  live.onEvents(() => seen.push(rows()));
  const reply = live.submit(answer('answer-1'), mia).then(rows);
  expect(await reply).toBe(before + 1);
  expect(await Promise.all(seen)).toEqual([before + 1]);
});

test('replay of the log: gives the same session', async () => {
  await live.join('mia', 'Mia', 'hash');
  await press(live, { type: 'start' });
  await Promise.all(['a', 'b', 'c'].map((id) => live.submit(answer(`answer-${id}`, `o:${id}`), mia)));
  const before = live.session;
  clock.at += 60_000;
  const again = await LiveSession.reopen(desk(), (await journal.load('s'))!);
  expect(again.session.runs['A']!.answers).toEqual(before.runs['A']!.answers);
  expect(again.session.runs['A']!.seats).toEqual(before.runs['A']!.seats);
  expect(again.names).toEqual({ mia: 'Mia' });
  const given = again.session.runs['A']!.deadlines.output - before.runs['A']!.deadlines.output;
  expect(given).toBe(60_000);
});

test('the same name many times at once: gives as many different names', async () => {
  const joined = await Promise.all(
    Array.from({ length: 30 }, (_, i) => live.join(`p${i}`, 'Mia', `hash ${i}`)),
  );
  expect(new Set(joined.map((one) => ('name' in one ? one.name : ''))).size).toBe(30);
  expect(Object.values(live.names)).toContain('Mia 30');
});

test('a system clock that is put back while the server is down: the time of the session goes on', async () => {
  await live.join('mia', 'Mia', 'hash');
  await press(live, { type: 'start' });
  const lastAt = (await journal.load('s'))!.events.at(-1)!.at;
  clock.at -= 3_600_000;
  const again = await LiveSession.reopen(desk(), (await journal.load('s'))!);
  expect(again.now()).toBe(lastAt);
  expect(again.session.runs['A']!.deadlines).toEqual(live.session.runs['A']!.deadlines);
  clock.at += 500;
  await again.submit({ type: 'lock', locked: true }, host);
  const { events } = (await journal.load('s'))!;
  expect(events.at(-1)!.at).toBe(lastAt + 500);
  const times = events.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('a command that throws: harms neither the rest of its batch nor the session', async () => {
  await live.join('mia', 'Mia', 'hash');
  const broken = {
    type: 'addTime',
    ms: 30_000,
    get moment(): string {
      throw new Error('a bug');
    },
  } as const;
  const [, reply, lock] = await Promise.all([
    press(live, { type: 'start' }),
    live.submit(broken, host),
    live.submit({ type: 'lock', locked: true }, host),
  ]);
  expect(reply).toEqual({ accepted: false, rejection: 'serverError' });
  expect(lock).toEqual({ accepted: true });
  expect(live.session).toMatchObject({ status: 'running', locked: true });
});
