import { describe, expect, test } from 'vitest';
import { seatOf } from '../referee/progress.ts';
import { PRESETS } from '../lesson/presets.ts';
import { TestTable } from '../testing/table.ts';
import { MAX_BOTS, botName, skillOf } from './bot.ts';
import { type PlannedAnswer, planSeat } from './plan.ts';
import { readNickname } from '../nickname.ts';

const PLAYERS = 4;

/** Plays so many rounds of bots alone and hands every answer to the referee; tells what it said. */
function rehearse(preset: string, skill: number, seed: number, rounds = 3) {
  const table = TestTable.started(preset, PLAYERS, {}, seed);
  const said: { plan: PlannedAnswer[]; outcomes: string[] }[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let index = 0; index < PLAYERS; index++) {
      const player = `p${index + 1}`;
      const run = table.session.runs['A']!;
      const plan = planSeat(table.session, { player, index, skill }, run, seatOf(run, player)!);
      const outcomes = plan.map(({ part, raw }) => {
        const decision = table.answer(player, part, raw);
        return decision.accepted ? decision.verdict!.outcome : decision.rejection;
      });
      said.push({ plan, outcomes });
    }
    table.next(3);
  }
  return { said, session: table.session };
}

describe.each(PRESETS.map(({ id }) => id))('%s', (preset) => {
  test('a bot of skill 1 gets everything right at once', () => {
    const { said } = rehearse(preset, 1, 7);
    for (const { outcomes } of said) expect(new Set(outcomes)).toEqual(new Set(['correct']));
  });

  test.each([1, 2, 3, 4, 5])(
    'every part ends right, and whatever came before is graded wrong, seed %i',
    (seed) => {
      const { said } = rehearse(preset, 0.3, seed);
      for (const { plan, outcomes } of said) {
        plan.forEach(({ part }, i) => {
          const isLast = plan[i + 1]?.part !== part;
          expect(outcomes[i]).toBe(isLast ? 'correct' : 'wrong');
        });
      }
      expect(said.flatMap(({ outcomes }) => outcomes)).toContain('wrong');
    },
  );

  test('a bot of skill 0 still gets there, and tries nothing twice', () => {
    const { said } = rehearse(preset, 0, 3);
    for (const { plan, outcomes } of said) {
      expect(outcomes.at(-1)).toBe('correct');
      const handedIn = plan.map(({ part, raw }) => `${part} ${raw}`);
      expect(new Set(handedIn).size).toBe(handedIn.length);
    }
  });
});

test('at human speed: the first answer after 8 to 25 s, each further one 5 to 15 s later', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    for (const { plan } of rehearse('swap', 0.5, seed).said) {
      plan.forEach(({ afterMs }, i) => {
        const wait = afterMs - (plan[i - 1]?.afterMs ?? 0);
        expect(wait).toBeGreaterThanOrEqual(i === 0 ? 8_000 : 5_000);
        expect(wait).toBeLessThanOrEqual(i === 0 ? 25_000 : 15_000);
      });
    }
  }
});

test('the same seed, bot and round give the same plan; another seed, bot or round gives another', () => {
  const plans = (seed: number) => rehearse('swap', 0.5, seed).said.map(({ plan }) => plan);
  expect(plans(1)).toEqual(plans(1));
  const times = [...plans(1), ...plans(2)].map((plan) => plan[0]!.afterMs);
  expect(new Set(times).size).toBeGreaterThan(times.length - 3);
});

test('without a question there is nothing to do', () => {
  const { session } = TestTable.started('swap', 1);
  const run = session.runs['A']!;
  const machine = run.seats.find(({ player }) => player === null)!;
  expect(planSeat(session, { player: 'p1', index: 0, skill: 0.5 }, run, machine)).toEqual([]);
});

test('even four bots are a class: some good, some not so good', () => {
  for (let seed = 0; seed < 50; seed++) {
    const skills = [0, 1, 2, 3].map((index) => skillOf(seed, index));
    expect(Math.max(...skills) - Math.min(...skills)).toBeGreaterThan(0.25);
    for (const skill of skills) {
      expect(skill).toBeGreaterThan(0.4);
      expect(skill).toBeLessThan(1);
    }
  }
});

test.each(['en', 'ja'] as const)(
  'every bot has a name of its own that a player could have, %s',
  (language) => {
    const names = Array.from({ length: MAX_BOTS }, (_, index) => botName(index, language));
    expect(new Set(names).size).toBe(MAX_BOTS);
    for (const name of names) expect(readNickname(name)).toEqual({ ok: true, name });
  },
);
