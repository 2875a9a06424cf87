/**
 * The server in a world where everything takes a tenth of the time, for tests that play whole lessons: clocks and
 * timers run faster together, so the server itself notices nothing.
 */
const FASTER = 10;

const since = Date.now();
const [dateNow, performanceNow] = [Date.now, performance.now.bind(performance)];
const [later, again] = [globalThis.setTimeout, globalThis.setInterval];

Date.now = () => Math.round(since + (dateNow() - since) * FASTER);
performance.now = () => performanceNow() * FASTER;
type Run = (...args: unknown[]) => void;
// The types also cover promisified forms, which are not used.
globalThis.setTimeout = faster(later) as typeof setTimeout;
globalThis.setInterval = faster(again) as typeof setInterval;

function faster(timer: typeof setTimeout | typeof setInterval): unknown {
  return (run: Run, ms = 0, ...args: unknown[]) => timer(run, ms / FASTER, ...args);
}

await import('../main.ts');
