import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clock } from '../../clock.ts';
import { FORGET_MS, FREE, GuessLimits, HOLD_MS, LOOKED_AT_PER_SECOND } from './GuessLimits.ts';

/** Clock whose waits end when a test lets time pass. */
class SteppedClock implements Clock {
  at = 0;
  #waiting: { readonly until: number; readonly done: () => void }[] = [];
  readonly now = (): number => this.at;
  readonly elapsed = (): number => this.at;
  readonly wait = (ms: number): Promise<void> =>
    new Promise((done) => this.#waiting.push({ until: this.at + ms, done }));

  /** Lets time pass in steps, and all that waits for it happen. */
  async pass(ms: number, step = 10): Promise<void> {
    const settle = async (): Promise<void> => {
      for (let i = 0; i < 20; i++) await Promise.resolve();
    };
    await settle();
    for (const end = this.at + ms; this.at < end; ) {
      this.at += step;
      const due = this.#waiting.filter(({ until }) => until <= this.at);
      this.#waiting = this.#waiting.filter(({ until }) => until > this.at);
      for (const { done } of due) done();
      await settle();
    }
  }
}

/** Limits, with guesses and right codes from any address, and the number of codes that were looked at. */
function limits() {
  const clock = new SteppedClock();
  const guesses = new GuessLimits(clock);
  const counts = { looked: 0 };
  const send = async (address: string, isRight: boolean, dropAfterMs = Infinity, isKnown = false) => {
    const sentAt = clock.at;
    const reply = await guesses.reply({
      address,
      isGone: () => clock.at - sentAt >= dropAfterMs,
      isKnown: async () => isKnown,
      look: async () => {
        counts.looked++;
        return isRight;
      },
      isWrong: (right) => !right,
    });
    return { reply, ms: clock.at - sentAt };
  };
  return { clock, guesses, counts, send };
}

test('wrong codes: each answer is later, up to two seconds, until a minute without one', async () => {
  const { clock, send } = limits();
  const times: number[] = [];
  for (let i = 0; i < 10; i++) {
    const answered = send('a', false).then(({ ms }) => times.push(ms));
    await clock.pass(2_000);
    await answered;
  }
  expect(times).toEqual([250, 500, 750, 1_000, 1_250, 1_500, 1_750, 2_000, 2_000, 2_000]);
  await clock.pass(FORGET_MS, 1_000);
  const again = send('a', false);
  await clock.pass(250);
  expect((await again).ms).toBe(250);
});

test('guessing with connections that are dropped early: nothing is looked at', async () => {
  const { clock, counts, send } = limits();
  for (let i = 0; i < 3_400; i++) {
    void send('a', false, 60);
    if (i % 34 === 0) await clock.pass(10);
  }
  const free = counts.looked;
  // A step of the clock lets 34 requests in before the first of them is known to be wrong.
  expect(free).toBeLessThan(FREE.address.most + 40);
  for (let i = 0; i < 3_400; i++) {
    void send('a', false, 60);
    if (i % 34 === 0) await clock.pass(10);
  }
  await clock.pass(3_000);
  expect(counts.looked).toBe(free);
});

test('guessing with patience and any number of connections: is no faster than LOOKED_AT_PER_SECOND', async () => {
  const { clock, counts, send } = limits();
  for (let i = 0; i < 40_000; i++) {
    void send('a', false);
    if (i % 40 === 0) await clock.pass(10);
  }
  expect(counts.looked / 10).toBeLessThan(LOOKED_AT_PER_SECOND * 1.1);
});

test('right code: passes at once elsewhere and with a known token, after a hold from the same address', async () => {
  const { clock, send } = limits();
  const right: ReturnType<typeof send>[][] = [[], [], []];
  for (let i = 0; i < 3_400; i++) {
    void send('a', false, 60);
    if (i % 34 !== 0) continue;
    right[0]!.push(send('b', true));
    right[1]!.push(send('a', true, Infinity, true));
    right[2]!.push(send('a', true));
    await clock.pass(10);
  }
  await clock.pass(3_000);
  const [elsewhere, known, same] = await Promise.all(right.map((some) => Promise.all(some)));
  for (const { reply, ms } of [...elsewhere!, ...known!]) expect([reply, ms]).toEqual([true, 0]);
  for (const { reply, ms } of same!) {
    expect(reply).toBe(true);
    expect(ms).toBeLessThanOrEqual(HOLD_MS + 50);
  }
});

test('guessing from very many addresses: slows all that guess', async () => {
  const { clock, counts, send } = limits();
  for (let i = 0; i < 5_000; i++) {
    void send(`a${i}`, false, 60);
    if (i % 5 === 4) await clock.pass(10);
  }
  expect(counts.looked).toBeLessThan(FREE.all.most + FREE.all.perSecond * 10);
});

test('a school behind one address: 200 at once are not held, nor are those who mistype', async () => {
  const { send } = limits();
  const mistyped = Array.from({ length: 20 }, () => send('school', false));
  const all = await Promise.all(Array.from({ length: 200 }, () => send('school', true)));
  for (const { reply, ms } of all) expect([reply, ms]).toEqual([true, 0]);
  expect(mistyped).toHaveLength(20);
});

test('memory of addresses: ends after a time, and has a limit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }), async (from) => {
      const { clock, guesses, send } = limits();
      for (const address of from) void send(`a${address}`, address % 2 === 0);
      await clock.pass(3 * FORGET_MS, 10_000);
      for (let i = 0; i < 60; i++) void send('b', true);
      expect(guesses.remembered).toBe(1);
    }),
    { numRuns: 10 },
  );
  const { guesses, send } = limits();
  for (let i = 0; i < 20_100; i++) await send(`a${i}`, true);
  expect(guesses.remembered).toBeLessThanOrEqual(20_000);
});
