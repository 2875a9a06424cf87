import type { Matrix, Parameters, Vector } from '../../maths/network.ts';
import { isRoundOver, partsOf } from '../round/progress.ts';
import type { ClosedLayer, Run, Turn } from '../round/run.ts';
import { type FromLayer, isFrom, type LaneVisibility } from './visibility.ts';

export interface LaneView {
  readonly sample: number;
  readonly x: Vector;
  readonly t: Vector;
  /** Pre-activations, [layer][unit]; null where the round asks for one that is not revealed yet. */
  readonly sums: readonly (readonly (number | null)[])[];
  readonly outputs: readonly (readonly (number | null)[])[];
  /** Present turn, where the layers answer one after the other. */
  readonly turn: Turn | null;
  /** Closed layers, with the number of error signals that had to be corrected, without names. */
  readonly closed: readonly Pick<ClosedLayer, 'layer' | 'corrected'>[];
  /** In a relay, δ of the layers that have closed, [layer][unit]; null where it is not public yet. */
  readonly parcels: readonly (readonly (number | null)[])[] | null;
  /** Set from the reveal on: every player of the lane had every part right at the first try. */
  readonly clean: boolean | null;
  /** Set from the reveal on. */
  readonly truth: {
    readonly arriving: readonly (Vector | null)[];
    readonly deltas: Matrix;
    readonly gradients: Parameters;
  } | null;
}

/** Replaces rows from the layer `from` on by null: they are still secret. */
function hideFrom(rows: Matrix, from: FromLayer): LaneView['sums'] {
  return rows.map((row, l) => (isFrom(from, l + 1) ? row.map(() => null) : row));
}

/** A lane as far as it is known; `visibility` says which layers are still secret. */
export function laneView(run: Run, index: number, visibility: LaneVisibility): LaneView {
  const lane = run.lanes[index]!;
  const { sample, pass, truth, turn, closed } = lane;
  const { arriving, deltas, gradients } = truth;
  const from = visibility.parcels;
  const isKnown = isRoundOver(run);
  return {
    sample,
    x: pass.x,
    t: run.data[sample]!.t,
    sums: hideFrom(pass.sums, visibility.sums),
    outputs: hideFrom(pass.outputs, visibility.outputs),
    turn,
    closed: closed.map(({ layer, corrected }) => ({ layer, corrected })),
    parcels:
      from === 'none' ? null : deltas.map((row, l) => (isFrom(from, l + 1) ? row : row.map(() => null))),
    clean: isKnown ? isLaneClean(run, index) : null,
    truth: isKnown ? { arriving, deltas, gradients } : null,
  };
}

/** Tells whether several players sat in the lane and none missed; a lane with one player does not count. */
function isLaneClean(run: Run, index: number): boolean {
  const people = run.seats.filter(
    (seat) => seat.lane === index && seat.player !== null && partsOf(seat).length > 0,
  );
  return (
    people.length > 1 &&
    people.every((seat) => {
      const parts = run.answers[seat.player!]?.parts ?? {};
      return partsOf(seat).every((part) => parts[part]?.right && parts[part].tries === 1);
    })
  );
}
