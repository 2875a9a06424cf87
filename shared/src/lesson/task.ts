import type { Sample, Vector } from '../maths/network.ts';

/** Task that data can be examples of. Each has a sentence of its own in the pages' strings. */
export type Task = 'swap' | 'sumAndDifference' | 'and' | 'or' | 'xor' | 'line' | 'groups';

/** Samples from which on points of two kinds count as two groups. */
const GROUPS_FROM = 8;
/** Difference up to which two numbers count as the same, relative to their size: data are written in decimals. */
const SAME = 1e-9;

const isSame = (a: number, b: number): boolean =>
  Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a), Math.abs(b));
const areSame = (a: Vector, b: Vector): boolean =>
  a.length === b.length && a.every((value, i) => isSame(value, b[i]!));

/** Tells whether a function of two inputs gives the target of every sample. */
const isGivenBy = (data: readonly Sample[], f: (a: number, b: number) => Vector): boolean =>
  data.every(({ x, t }) => x.length === 2 && areSame(t, f(x[0]!, x[1]!)));

/** Tells whether every value is 1 or the other of two values that stand for no: 0 or −1. */
function areYesOrNo(values: readonly number[]): boolean {
  return [0, -1].some((no) => values.every((value) => value === 1 || value === no));
}

/** Truth table of two inputs and one output; null unless the data are one, with each of the four cases. */
function truthTable(data: readonly Sample[]): ReadonlyMap<string, boolean> | null {
  if (data.some(({ x, t }) => x.length !== 2 || t.length !== 1)) return null;
  if (!areYesOrNo(data.flatMap(({ x }) => x)) || !areYesOrNo(data.flatMap(({ t }) => t))) return null;
  const table = new Map<string, boolean>();
  for (const { x, t } of data) {
    const key = x.map((value) => value === 1).join(' ');
    const isYes = t[0] === 1;
    if (table.has(key) && table.get(key) !== isYes) return null;
    table.set(key, isYes);
  }
  return table.size === 4 ? table : null;
}

const GATES: Readonly<Record<'and' | 'or' | 'xor', (a: boolean, b: boolean) => boolean>> = {
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  xor: (a, b) => a !== b,
};

function gateOf(data: readonly Sample[]): 'and' | 'or' | 'xor' | null {
  const table = truthTable(data);
  if (!table) return null;
  const cases = [true, false].flatMap((a) => [true, false].map((b) => [a, b] as const));
  const gates = Object.keys(GATES) as (keyof typeof GATES)[];
  return gates.find((gate) => cases.every(([a, b]) => table.get(`${a} ${b}`) === GATES[gate](a, b))) ?? null;
}

/** Tells whether the points (x, t) lie on one straight line that is neither level nor upright. */
function isLine(data: readonly Sample[]): boolean {
  if (data.length < 3 || data.some(({ x, t }) => x.length !== 1 || t.length !== 1)) return false;
  const [first, ...others] = data.map(({ x, t }) => [x[0]!, t[0]!] as const);
  const second = others.find(([x]) => x !== first![0]);
  if (!second) return false;
  const slope = (second[1] - first![1]) / (second[0] - first![0]);
  return slope !== 0 && others.every(([x, t]) => isSame(t, first![1] + slope * (x - first![0])));
}

/** Tells whether the data are many points of a plane, each of one of two kinds. */
function areGroups(data: readonly Sample[]): boolean {
  const kinds = data.flatMap(({ t }) => t);
  return (
    data.length >= GROUPS_FROM &&
    data.every(({ x, t }) => x.length === 2 && t.length === 1) &&
    areYesOrNo(kinds) &&
    new Set(kinds).size === 2
  );
}

/**
 * Task that a network's data are examples of, recognised from their numbers: a network of one's own has a goal, too.
 * The inputs and targets may be in any unit.
 *
 * @returns null for data of another task, and for none
 */
export function taskOf(data: readonly Sample[]): Task | null {
  if (data.length === 0) return null;
  // A single sample is an example of too many tasks.
  if (data.length > 1 && isGivenBy(data, (a, b) => [b, a])) return 'swap';
  if (data.length > 1 && isGivenBy(data, (a, b) => [a + b, a - b])) return 'sumAndDifference';
  return gateOf(data) ?? (isLine(data) ? 'line' : areGroups(data) ? 'groups' : null);
}
