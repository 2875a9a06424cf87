import { forward } from '@relay/shared/maths/forward';
import type { Vector } from '@relay/shared/maths/network';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import type { LaneView, PublicView } from '@relay/shared/referee/view';
import { REVEALED } from '../roundFacts';
import type { Trial } from './activity';

/** Target of the sample with these inputs; null when the page knows no such sample. */
export function targetFor(view: PublicView, x: Vector): Vector | null {
  const samples = view.data[''] ?? [];
  return samples.find((sample) => sample.x.every((value, i) => value === x[i]))?.t ?? null;
}

/** Typed guesses as numbers, or the index of the first field that is not a number. */
export type TypedGuess =
  | { readonly ok: true; readonly outputs: Vector }
  | { readonly ok: false; readonly field: number };

export function readGuess(texts: readonly string[]): TypedGuess {
  const read = texts.map(readNumber);
  const field = read.findIndex(({ ok }) => !ok);
  return field === -1
    ? { ok: true, outputs: read.flatMap((one) => (one.ok ? [one.value] : [])) }
    : { ok: false, field };
}

/**
 * View of a team's network with the inputs of a trial in its only lane. Sums and outputs are filled in once the trial
 * is closed; targets never are.
 *
 * @returns null when the run is unknown
 */
export function trialView(view: PublicView, run: string, { x, closed }: Trial): PublicView | null {
  const facts = view.runs[run];
  const network = view.networks[run];
  if (!facts || !network) return null;
  const pass = forward(network, x);
  const unless = (rows: readonly Vector[]) => rows.map((row) => row.map((value) => (closed ? value : null)));
  const lane: LaneView = {
    sample: -1,
    x,
    t: pass.outputs.at(-1)!.map(() => Number.NaN),
    sums: unless(pass.sums),
    outputs: unless(pass.outputs),
    turn: null,
    closed: [],
    parcels: null,
    clean: null,
    truth: null,
  };
  return {
    ...view,
    runs: { [run]: { ...facts, ...REVEALED, lanes: 1 } },
    networks: { [run]: network },
    lanes: { [`${run}/0`]: lane },
    seats: {},
    updates: {},
  };
}

/** Guesses as dots on a number line, stacked where they would hide each other. */
export interface NumberLine {
  /** Tick values; they enclose all values shown. */
  readonly ticks: readonly number[];
  /** `at`: [0, 1] from the first tick to the last; `level`: number of dots below. */
  readonly dots: readonly { readonly at: number; readonly level: number }[];
  /** Position of a value, [0, 1] from the first tick to the last. */
  readonly at: (value: number) => number;
}

const MOST_TICKS = 9;
/** Number of stacks along the line. */
const STACKS = 40;

/** Tick distance: 1, 2 or 5 times a power of ten, the smallest with few enough ticks. */
function stepOf(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / MOST_TICKS));
  return [1, 2, 5, 10, 20].map((factor) => factor * power).find((step) => span / step <= MOST_TICKS - 2)!;
}

/**
 * Lays out the guesses of one output on a number line.
 *
 * @param guesses  players' guesses
 * @param said     outputs of the networks
 */
export function numberLine(guesses: readonly number[], said: readonly number[]): NumberLine {
  const all = [...guesses, ...said];
  const low = Math.min(0, ...all);
  const high = Math.max(1, ...all);
  const step = stepOf(high - low);
  const first = Math.floor(low / step) * step;
  const count = Math.ceil((high - first) / step) + 1;
  const ticks = Array.from({ length: count }, (_, i) => Number((first + i * step).toPrecision(6)));
  const at = (value: number): number => (value - first) / ((count - 1) * step);
  const heights = new Map<number, number>();
  const dots = guesses.map((guess) => {
    const stack = Math.round(at(guess) * STACKS);
    const level = heights.get(stack) ?? 0;
    heights.set(stack, level + 1);
    return { at: stack / STACKS, level };
  });
  return { ticks, dots, at };
}
