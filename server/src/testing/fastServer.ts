/**
 * Server whose clocks and timers run ten times as fast, for tests that play whole lessons. Clocks and timers are sped up
 * together, so the server's code needs no change.
 */
const SPEED_UP = 10;

const since = Date.now();
const [dateNow, performanceNow] = [Date.now, performance.now.bind(performance)];
const [realSetTimeout, realSetInterval] = [globalThis.setTimeout, globalThis.setInterval];

Date.now = () => Math.round(since + (dateNow() - since) * SPEED_UP);
performance.now = () => performanceNow() * SPEED_UP;
type Run = (...args: unknown[]) => void;
// The types also cover promisified forms, which are unused.
globalThis.setTimeout = faster(realSetTimeout) as typeof setTimeout;
globalThis.setInterval = faster(realSetInterval) as typeof setInterval;

function faster(timer: typeof setTimeout | typeof setInterval): unknown {
  return (run: Run, ms = 0, ...args: unknown[]) => timer(run, ms / SPEED_UP, ...args);
}

await import('../main.ts');
