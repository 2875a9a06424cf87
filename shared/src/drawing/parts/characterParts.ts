import { randomSequence } from '../../randomSequence.ts';
import { BELLY } from '../layout/parts.ts';
import type { UnitPicture } from '../picture.ts';
import {
  BLUE,
  blob,
  type Colour,
  drop,
  GREEN,
  INK,
  oval,
  type Part,
  PLUM,
  part,
  path,
  type Shape,
  seedOf,
  WATER,
  outline,
  pick,
  WHITE,
  TEXT,
  MUTED,
} from './ink.ts';
import { crown, hair } from './headgear.ts';
import { poseParts } from './poses.ts';
import { valveParts } from './valveParts.ts';

type Kind = UnitPicture['kind'];

/** Shades of one colour for each kind, so that units of a kind can be told apart. */
const TINTS: Record<Kind, readonly Colour[]> = {
  input: ['tint-input-1', 'tint-input-2', 'tint-input-3'],
  hidden: ['tint-hidden-1', 'tint-hidden-2', 'tint-hidden-3', 'tint-hidden-4'],
  output: ['tint-output-1', 'tint-output-2', 'tint-output-3', 'tint-output-4'],
};
const CHEEKS: readonly Colour[] = ['blush-1', 'blush-2', 'blush-3'];

/** Suffix of the keys that all bodies of one radius share. */
export const sizeKey = (r: number): string => `@${r.toFixed(1)}`;

function bodyShapes(kind: Kind, r: number, seed: number): Shape[] {
  const next = randomSequence(seed);
  const fill = pick(TINTS[kind], next());
  const line = { stroke: INK, width: outline(r) };
  const blush = pick(CHEEKS, next());
  const shapes: Shape[] = [
    {
      d:
        kind === 'input' ? drop(r, seed) : blob(r * (0.97 + next() * 0.05), r * (0.98 + next() * 0.05), seed),
      fill,
      ...line,
    },
    {
      d: path`M${-r * 0.72},${-r * 0.3}q${r * 0.08},${-r * 0.26} ${r * 0.26},${-r * 0.38}`,
      stroke: WHITE,
      width: r * 0.07,
      alpha: 0.75,
    },
    ...[-1, 1].map((side) => ({
      d: oval(side * r * (0.47 + next() * 0.05), -r * 0.4, r * 0.11, r * 0.065),
      fill: blush,
      alpha: 0.6,
    })),
  ];
  if (kind === 'output') shapes.push(...crown(r, seed));
  if (kind === 'hidden') shapes.push(...hair(r, seed));
  if (kind !== 'input') shapes.push({ d: oval(0, r * BELLY.y, r * BELLY.r), fill: WHITE });
  return shapes;
}

/** Parts of one unit only, drawn from its name. */
export function ownParts(unit: UnitPicture, r: number): Part[] {
  const seed = seedOf(unit.name);
  const body = bodyShapes(unit.kind, r, seed);
  const parts = [part(`body-${unit.name}`, r * 2.3, r * 2.6, body, r * 1.15, r * 1.45)];
  if (unit.mine) {
    const halo = {
      d: blob(r * 1.22, r * 1.22, seed + 5, 0.02),
      stroke: BLUE,
      width: Math.max(3, r * 0.055),
      dash: [0.1, Math.max(7, r * 0.13)],
    };
    parts.push(part(`halo-${unit.name}`, r * 2.8, r * 2.8, [halo]));
  }
  return parts;
}

/** Parts that all bodies of one radius share. */
export function sharedParts(r: number): Part[] {
  const size = sizeKey(r);
  const belly = r * BELLY.r;
  const foot = { stroke: INK, width: Math.max(2, r * 0.06) };
  const zero = {
    d: path`M${-belly},0H${belly}`,
    stroke: INK,
    width: Math.max(1, r * 0.02),
    dash: [3, 4],
    alpha: 0.6,
  };
  const liquid = (key: string, fill: Colour): Part =>
    part(key + size, belly * 2, belly * 2, [{ d: oval(0, 0, belly), fill }]);
  const glow = [1.42, 1.34, 1.26, 1.18].map(
    (k): Shape => ({ d: oval(0, 0, r * k), fill: 'glow', alpha: 0.16 }),
  );
  return [
    ...poseParts(r, size),
    ...valveParts(r, size),
    part(`shadow${size}`, r * 1.7, r * 0.34, [
      { d: oval(0, 0, r * 0.76, r * 0.11), fill: TEXT, alpha: 0.08 },
    ]),
    part(
      `legs${size}`,
      r * 1.6,
      r * 0.42,
      [
        {
          d: path`M${-r * 0.34},0q${-r * 0.03},${r * 0.22} ${-r * 0.22},${r * 0.22}M${r * 0.34},0q${r * 0.03},${r * 0.22} ${r * 0.22},${r * 0.22}`,
          ...foot,
        },
      ],
      r * 0.8,
      r * 0.08,
    ),
    liquid('above', WATER),
    liquid('below', PLUM),
    part(`ring${size}`, belly * 2 + 8, belly * 2 + 8, [
      zero,
      { d: oval(0, 0, belly), stroke: INK, width: outline(r) },
    ]),
    part(`glow${size}`, r * 3, r * 3, glow),
    ...markParts(r, size),
  ];
}

/** Marks beside a body: done, puzzled, asleep. */
function markParts(r: number, size: string): Part[] {
  return [
    part(`check${size}`, r * 0.72, r * 0.72, [
      { d: oval(0, 0, r * 0.3), fill: GREEN, stroke: WHITE, width: r * 0.06 },
      {
        d: path`M${-r * 0.13},${r * 0.01}l${r * 0.09},${r * 0.1}l${r * 0.17},${-r * 0.2}`,
        stroke: WHITE,
        width: r * 0.085,
      },
    ]),
    part(`warning${size}`, r * 0.7, r * 0.7, [
      {
        d: path`M0,${-r * 0.24}l${r * 0.27},${r * 0.46}h${-r * 0.54}Z`,
        fill: 'warning',
        stroke: INK,
        width: outline(r),
      },
      { d: path`M0,${-r * 0.08}v${r * 0.13}M0,${r * 0.14}v${0.01}`, stroke: INK, width: r * 0.06 },
    ]),
    part(`snore${size}`, r * 0.9, r * 0.8, [
      {
        d: path`M${-r * 0.3},${r * 0.02}h${r * 0.2}l${-r * 0.2},${r * 0.22}h${r * 0.2}`,
        stroke: MUTED,
        width: r * 0.055,
      },
      {
        d: path`M${r * 0.04},${-r * 0.26}h${r * 0.15}l${-r * 0.15},${r * 0.17}h${r * 0.15}`,
        stroke: MUTED,
        width: r * 0.048,
      },
    ]),
  ];
}
