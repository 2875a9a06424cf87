import { startClock } from '../clock.ts';
import { serve } from '../serve.ts';

/**
 * Server whose sessions run ten times as fast, for tests that play whole lessons: session time, and with it the intervals
 * at which the server looks at it. Heartbeats, limits and waits count real time, as the pages do.
 */
const SPEED_UP = 10;

const realSetInterval = globalThis.setInterval;
type Run = (...args: unknown[]) => void;
// The type also covers a promisified form, which is unused.
globalThis.setInterval = ((run: Run, ms = 0, ...args: unknown[]) =>
  realSetInterval(run, ms / SPEED_UP, ...args)) as typeof setInterval;

await serve(process.env, startClock(SPEED_UP));
