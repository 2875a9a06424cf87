import { type Part, partKind } from '../../../src/question/part.ts';
import { calculation, type Calculation } from '../calculation.ts';
import type { Random } from '../figures.ts';
import type { Sight } from '../sight.ts';

/** Right working of a part from displayed values; undefined where a function is needed. */
export function rightWorking(s: Sight, part: Part, random: Random): Calculation | undefined {
  const input = s.from === 'bias' ? [] : [s.x[s.from as number]!];
  const isWhole = random() < 0.5;
  const arriving = s.isOutput
    ? [[Number.isNaN(s.S) ? s.delta : s.S]]
    : isWhole
      ? s.next.map(({ w, delta }) => [w, delta])
      : [[s.S]];
  const slope = Number.isNaN(s.slope) ? [] : [s.slope];
  switch (partKind(part)) {
    case 'u':
      return calculation([...s.x.map((x, i) => [s.w[i]!, x]), ...(s.b === 0 ? [] : [[s.b]])]);
    case 'S':
      return calculation(s.next.map(({ w, delta }) => [w, delta]));
    case 'delta':
      return calculation(arriving, ...slope);
    case 'G':
      return random() < 0.3 ? calculation([[s.delta]], ...input) : calculation(arriving, ...slope, ...input);
    case 'next':
      return calculation([[s.from === 'bias' ? s.b : s.w[s.from as number]!], [-s.eta, s.G]]);
    default:
      return undefined;
  }
}
