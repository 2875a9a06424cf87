// `npm run simulate -- --seeds N`: runs simulated sessions from seeds; an oracle checks each by its log alone.
import { parseArgs } from 'node:util';
import { type Simulated, simulate } from '@relay/shared/simulation/simulate';

const EXIT_BROKEN = 1;
const EXIT_BAD_INPUT = 2;
const REPORT_EVERY_MS = 1_000;
/** Failed seeds after which the run stops. */
const MAX_FAILURES = 20;

interface SeedRange {
  readonly first: number;
  readonly count: number;
}

function readArguments(): SeedRange {
  const { values } = parseArgs({
    options: { seeds: { type: 'string' }, from: { type: 'string' }, seed: { type: 'string' } },
  });
  const whole = (name: keyof typeof values, otherwise: number): number => {
    const number = values[name] === undefined ? otherwise : Number(values[name]);
    if (Number.isSafeInteger(number) && number >= 0) return number;
    process.stderr.write(`--${name} takes a whole number, not ${values[name]}\n`);
    process.exit(EXIT_BAD_INPUT);
  };
  if (values.seed !== undefined) return { first: whole('seed', 0), count: 1 };
  return { first: whole('from', 1), count: whole('seeds', 1_000) };
}

/** Totals over all seeds so far. */
class Tally {
  seeds = 0;
  commands = 0;
  events = 0;
  readonly failures: number[] = [];
  private readonly states = new Set<number>();
  private readonly rejections = new Map<string, number>();
  private readonly since = performance.now();

  add({ seed, broken, commands, log, states, rejections }: Simulated): void {
    this.seeds++;
    this.commands += commands;
    this.events += log.length;
    for (const state of states) this.states.add(state);
    for (const [code, count] of rejections)
      this.rejections.set(code, (this.rejections.get(code) ?? 0) + count);
    if (broken.length === 0) return;
    this.failures.push(seed);
    for (const words of broken) process.stdout.write(`seed ${seed}: ${words}\n`);
    process.stdout.write(`npm run simulate -- --seed ${seed}\n`);
  }

  get line(): string {
    const seconds = (performance.now() - this.since) / 1_000;
    const rate = (count: number): string => Math.round(count / seconds).toLocaleString('en');
    const [seeds, states] = [this.seeds, this.states.size].map((count) => count.toLocaleString('en'));
    return [
      `${seconds.toFixed(0).padStart(5)} s  ${seeds} seeds (${(this.seeds / seconds).toFixed(1)}/s)`,
      `${rate(this.commands)} commands/s`,
      `${rate(this.events)} events/s`,
      `${states} distinct states`,
      `${this.failures.length} failed`,
    ].join('  ');
  }

  get refused(): string {
    const codes = [...this.rejections].sort((a, b) => b[1] - a[1]);
    return codes.map(([code, count]) => `${code} ${count.toLocaleString('en')}`).join(', ');
  }
}

const { first, count } = readArguments();
const tally = new Tally();
let reportedAt = performance.now();
for (let seed = first; seed < first + count && tally.failures.length < MAX_FAILURES; seed++) {
  tally.add(simulate(seed));
  if (performance.now() - reportedAt < REPORT_EVERY_MS) continue;
  reportedAt = performance.now();
  process.stderr.write(`${tally.line}\n`);
}
process.stdout.write(`${tally.line}\n`);
if (count > 1) process.stdout.write(`refused: ${tally.refused}\n`);
if (tally.failures.length > 0) process.exit(EXIT_BROKEN);
