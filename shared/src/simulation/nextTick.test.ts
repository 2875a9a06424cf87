/** @module-tag slow */
import { expect, test } from 'vitest';
import { settingsFor } from '../lesson/settings.ts';
import { presetById } from '../network/presets.ts';
import { isTimeRunning, nextTickAt } from '../referee/clock/nextTick.ts';
import { decide } from '../referee/decide.ts';
import type { Event } from '../referee/event.ts';
import type { Command } from '../referee/command.ts';
import type { Press } from '../referee/press.ts';
import { commandIn } from '../referee/session/moment.ts';
import { evolve } from '../referee/evolve.ts';
import type { Session } from '../referee/session/state.ts';
import { runs } from '../testing/effort.ts';
import { World } from './world.ts';

const SEEDS = runs(60, 600);
const DAY_MS = 86_400_000;

/** Events of a tick. */
function tickAt(session: Session, at: number): readonly Event[] {
  const decision = decide(session, { command: { type: 'tick' }, by: { role: 'room' }, at });
  return decision.accepted ? decision.events : [];
}

/** Times between two moments, the outermost ones among them; nothing lies on `next` itself. */
function between(since: number, next: number): number[] {
  const until = Math.min(next, since + 400 * DAY_MS);
  const shares = [0.01, 0.25, 0.5, 0.9].map((share) => since + (until - since) * share);
  return [since + 1, since + 20_000, since + 60_000, ...shares, until - 1].filter(
    (at) => at > since && at < next,
  );
}

test('a tick: has no effect before the time at which the next one may have', () => {
  const late: string[] = [];
  const seen = { effects: 0, waits: 0, never: 0 };
  for (let seed = 1; seed <= SEEDS; seed++) {
    let states = 0;
    new World(seed, (session, events) => {
      if (states++ % 4 !== 0) return;
      let since = events.at(-1)!.at;
      // As the server does it: a tick after every change, and then at the times that are said.
      for (let i = 0; i < 6 && Number.isFinite(since) && tickAt(session, since).length === 0; i++) {
        const next = nextTickAt(session, since);
        for (const at of between(since, next)) {
          if (tickAt(session, at).length > 0)
            late.push(`seed ${seed}: ${at - since} ms, not ${next - since}`);
        }
        seen.waits++;
        if (next === Infinity) seen.never++;
        since = next === since ? since + 1 : next;
        if (Number.isFinite(since) && tickAt(session, since).length > 0) seen.effects++;
      }
    }).play();
  }
  expect(late.slice(0, 10)).toEqual([]);
  // Neither always at once nor never.
  expect(seen.effects).toBeGreaterThan(SEEDS);
  expect(seen.never).toBeGreaterThan(SEEDS);
});

test('no time running: nothing happens by the clock, and a tick has no effect', () => {
  const broken: string[] = [];
  let still = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    new World(seed, (session, events) => {
      const { at } = events.at(-1)!;
      const { pacing } = session.settings;
      // Absent players hold nobody up after some minutes, and the tick that this leads to has been.
      const later = at + 60_000;
      if (pacing === 'self' || isTimeRunning(session, later) || tickAt(session, later).length > 0) return;
      still++;
      const next = nextTickAt(session, later);
      if (next < later + DAY_MS || tickAt(session, later + 30 * DAY_MS).length > 0)
        broken.push(`seed ${seed}`);
    }).play();
  }
  expect(broken).toEqual([]);
  expect(still).toBeGreaterThan(SEEDS);
});

/** A session after some commands, each a second after the one before. */
function sessionAfter(settings: Parameters<typeof settingsFor>, ...commands: Press<Command>[]) {
  let session: Session | null = null;
  let at = 1_000_000;
  const file = presetById('swap')!;
  const create = {
    type: 'createSession',
    id: 's',
    seed: 7,
    file,
    settings: settingsFor(...settings),
  } as const;
  for (const press of [create, ...commands]) {
    at += 1_000;
    const role = ['createSession', 'joinPlayer', 'playerLeft'].includes(press.type) ? 'room' : 'host';
    const decision = decide(session, { command: commandIn(session, press), by: { role }, at });
    if (!decision.accepted) throw new Error(decision.rejection);
    for (const event of decision.events) session = evolve(session, event);
  }
  return { session: session!, at };
}

const join = { type: 'joinPlayer', player: 'mia' } as const;
const start = { type: 'start' } as const;

test('a lobby and a pause: wait for nothing', () => {
  for (const commands of [[join], [join, start, { type: 'pause' } as const]]) {
    const { session, at } = sessionAfter(['tenMinutes'], ...commands);
    expect(nextTickAt(session, at)).toBe(Infinity);
    expect(isTimeRunning(session, at)).toBe(false);
  }
});

test('a hosted round in parallel: needs no tick, and its time runs until its deadline', () => {
  const { session, at } = sessionAfter(['hosted', { style: 'parallel' }], join, start);
  const { output, hidden } = session.runs['A']!.deadlines;
  expect(nextTickAt(session, at)).toBe(Infinity);
  const seat = session.runs['A']!.seats.find(({ player }) => player === 'mia')!;
  const last = seat.unit.layer === 2 ? output : hidden;
  expect(isTimeRunning(session, last)).toBe(true);
  expect(isTimeRunning(session, last + 1)).toBe(false);
});

test('a round by the clock: the next tick is at its deadline', () => {
  const { session, at } = sessionAfter(['tenMinutes', { style: 'parallel' }], join, start);
  const { phase } = session.runs['A']!.deadlines;
  const before = nextTickAt(session, at);
  expect(before).toBeLessThanOrEqual(phase!);
  expect(nextTickAt(session, phase!)).toBe(phase);
});

test('homework: the next tick is when it is due, and no time of a class runs', () => {
  const dueAt = 9_000_000;
  const { session, at } = sessionAfter(['homework', { dueAt }], start, join);
  expect(nextTickAt(session, at)).toBe(dueAt);
  expect(isTimeRunning(session, at)).toBe(false);
});
