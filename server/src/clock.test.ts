import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProcessClock } from './clock.ts';

/** Machine whose clocks a test sets. */
class Machine {
  ticks = 0;
  time = 1_800_000_000_000;
  readonly monotonic = (): number => this.ticks;
  readonly wall = (): number => this.time;

  /** Lets the process run for this long, reading its clock as often as in service. */
  run(clock: ProcessClock, ms: number): void {
    for (let left = ms; left > 0; left -= 100) {
      this.ticks += Math.min(100, left);
      this.time += Math.min(100, left);
      clock.beat();
    }
  }
}

function started(speed?: number): { machine: Machine; clock: ProcessClock } {
  const machine = new Machine();
  return { machine, clock: new ProcessClock(machine, speed) };
}

test.each([
  ['five minutes back', -300_000],
  ['two minutes forward', 120_000],
])('system clock set %s: a round of 15 s ends after 15 s ± 250 ms', (_, ms) => {
  const { machine, clock } = started();
  const startedAt = clock.now();
  machine.run(clock, 5_000);
  machine.time += ms;
  machine.run(clock, 10_000);
  expect(Math.abs(clock.now() - startedAt - 15_000)).toBeLessThan(250);
  expect(clock.elapsed()).toBe(15_000);
});

test.each([
  ['stopped, while the monotonic clock goes on', true],
  ['asleep with the machine, whose monotonic clock stands still', false],
])('process %s for 35 s: the time does not count', (_, goesOn) => {
  const { machine, clock } = started();
  const startedAt = clock.now();
  machine.run(clock, 10_000);
  machine.time += 35_000;
  if (goesOn) machine.ticks += 35_000;
  clock.beat();
  machine.run(clock, 10_000);
  // A beat is counted for the sleep: the clock does not know when in it the process stopped.
  expect(clock.now() - startedAt).toBeGreaterThanOrEqual(20_000);
  expect(clock.now() - startedAt).toBeLessThan(20_750);
  expect(clock.elapsed()).toBeLessThan(20_750);
});

test('after a sleep or a change of the system clock: session time comes back to it within hours', () => {
  for (const ms of [-300_000, 35_000]) {
    const { machine, clock } = started();
    machine.time += ms;
    machine.run(clock, 9 * 3_600_000);
    expect(Math.abs(clock.now() - machine.time)).toBeLessThanOrEqual(1);
  }
});

test('session time: never runs backwards, and keeps pace with the process', () => {
  const step = fc.record({ ran: fc.nat(60_000), set: fc.integer({ min: -1e7, max: 1e7 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const { machine, clock } = started();
      for (const { ran, set } of steps) {
        const [now, elapsed] = [clock.now(), clock.elapsed()];
        machine.ticks += ran;
        machine.time += ran + set;
        const passed = clock.now() - now;
        const counted = clock.elapsed() - elapsed;
        expect(passed).toBeGreaterThanOrEqual(0);
        expect(Math.abs(passed - counted)).toBeLessThanOrEqual(0.01 * counted + 1);
      }
    }),
  );
});

test('a tenfold speed: counts for sessions, not for connections', () => {
  const { machine, clock } = started(10);
  const startedAt = clock.now();
  machine.run(clock, 3_000);
  expect(clock.now() - startedAt).toBe(30_000);
  expect(clock.elapsed()).toBe(3_000);
});
