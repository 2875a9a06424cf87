import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { basename } from 'node:path';

/** Profile of one stage of a subject's main thread. */

const SAMPLE_EVERY_US = 200;
const SHOWN = 16;
/** Entries in which nothing of the server runs: V8's own, and the profiler. */
const NOT_WORK: ReadonlySet<string> = new Set(['(idle)', '(root)', 'post']);
const OF_V8 = /^\(.+\)$/u;

/** A function and its share of the working time, in percent. */
export type SelfTime = readonly [what: string, percent: number];

let session: Session | null = null;

export async function startProfile(): Promise<void> {
  session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await session.post('Profiler.start');
}

/** Writes the profile to a file that Chromium's tools open. @returns the functions with the most time of their own */
export async function saveProfile(file: string): Promise<readonly SelfTime[]> {
  const { profile } = await session!.post('Profiler.stop');
  session!.disconnect();
  await writeFile(file, JSON.stringify(profile));
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const callers = new Map(
    profile.nodes.flatMap(({ id, children }) => (children ?? []).map((of) => [of, id])),
  );
  const nameOf = (id: number): string => {
    const { functionName, url, lineNumber } = nodes.get(id)!.callFrame;
    if (url) return `${functionName || 'anonymous'} ${basename(url)}:${lineNumber + 1}`;
    const caller = callers.get(id);
    if (OF_V8.test(functionName) || caller === undefined) return functionName;
    // A native function has no file, so it is named with its caller.
    return `${functionName || 'native'} ← ${nameOf(caller)}`;
  };
  const selfUs = new Map<string, number>();
  profile.samples!.forEach((id, i) => {
    if (NOT_WORK.has(nodes.get(id)!.callFrame.functionName)) return;
    const what = nameOf(id);
    selfUs.set(what, (selfUs.get(what) ?? 0) + profile.timeDeltas![i]!);
  });
  const all = [...selfUs.values()].reduce((a, b) => a + b, 0);
  return [...selfUs]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([what, us]) => [what, (100 * us) / all]);
}
