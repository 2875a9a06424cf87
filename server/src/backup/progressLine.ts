import type { Progress } from './copyJournal.ts';

const STEPS = 10;

/** Shows progress in the terminal: one line that changes, or, where output goes to a file, a line every tenth. */
export function progressLine(
  what: string,
  out: NodeJS.WriteStream = process.stdout,
): Progress & { end(): void } {
  let shown = -1;
  const show = (share: number): void => {
    const tenth = Math.floor(share * STEPS);
    const percent = Math.round(share * 100);
    if (out.isTTY) out.write(`\r${what}: ${percent} %`);
    else if (tenth > shown) out.write(`${what}: ${percent} %\n`);
    shown = Math.max(shown, tenth);
  };
  return Object.assign(show, { end: () => void (out.isTTY && out.write('\n')) });
}
