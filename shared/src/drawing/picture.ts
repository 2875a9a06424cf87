import type { ActivationName } from '../maths/network.ts';
import type { PlaceId } from '../question/places/placeId.ts';

export type Pose = 'idle' | 'eating' | 'thinking' | 'hop' | 'puzzled' | 'asleep';

export interface UnitPicture {
  /** `h1` */
  readonly name: string;
  readonly kind: 'input' | 'hidden' | 'output';
  /** 0 = input layer. */
  readonly layer: number;
  readonly index: number;
  /** Pre-activation; NaN while it is a secret, null at an input. */
  readonly sum: number | null;
  /** Output of the unit (x at an input); NaN while it is a secret. */
  readonly output: number;
  /** Opening of the valve, f′ ÷ the largest f′ of its function, [0, 1]; NaN while it is a secret, null where there is none. */
  readonly opening: number | null;
  /** Bias, written beside the unit; null at an input, and when it is 0 and neither in question nor pointed at. */
  readonly bias: { readonly value: number; readonly inQuestion: boolean } | null;
  readonly activation: ActivationName | null;
  /** Nicknames of the unit's players, shown beside its name. Empty for a machine. */
  readonly people: string;
  readonly pose: Pose;
  /** The viewer's own unit: dotted halo. */
  readonly mine: boolean;
  /** All answers of the unit's players are in: it glows with ✔. */
  readonly ready: boolean;
  readonly dimmed: boolean;
  /** Neither name nor numbers are shown. */
  readonly isBare: boolean;
  /** The target, at outputs: "target 1.00" beside it. */
  readonly target: number | null;
}

export interface EdgePicture {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  /** Weight; null: not shown. */
  readonly weight: number | null;
  /** Weight that the full step would have led to; null when it is the same or no update is shown. */
  readonly target: number | null;
  /** ◆: the weight in question, a red double line. */
  readonly inQuestion: boolean;
  /** Chevrons travel back along the edge: its weight is taken. */
  readonly carriesBack: boolean;
}

/** A place that the player has taken: yellow, with its number and its value. */
export interface TakenPlace {
  readonly place: PlaceId;
  /** Number ①…⑤ of its slot in the set of three; null without a slot. */
  readonly number: number | null;
  /** Value as it is written, "−0.4489". */
  readonly text: string;
}

/** One network at one moment, as it is to be drawn. Plain data: no drawing, no state of its own. */
export interface Picture {
  readonly units: readonly UnitPicture[];
  readonly edges: readonly EdgePicture[];
  readonly taken: readonly TakenPlace[];
  /** Places that pulse, to be looked at. */
  readonly pulsing: readonly PlaceId[];
  /** Paths that the green Σ bracket adds up; null without a bracket. */
  readonly bracket: { readonly unit: string; readonly paths: readonly PlaceId[] } | null;
  /** Shown beside units after the reveal, "δ −0.0206". */
  readonly parcels: readonly { readonly unit: string; readonly text: string }[];
  /** Words that stand in the drawing, in the reader's language. */
  readonly words: { readonly target: string; readonly error: string };
  /** Larger type for the projector. */
  readonly scale: 'player' | 'projector';
  /** 'neighbourhood' draws only the viewer's unit and what touches it (small phones). */
  readonly frame: 'whole' | 'neighbourhood';
}
