import type { ActivationName } from '@relay/shared/maths/network';
import type { PlaceId } from '@relay/shared/question/places/place';

/**
 * Port between the DOM screens and the drawn network. Screens pass a picture to draw (`show`) and movements to play
 * (`play`); the drawing reports taps. Neither side imports the other: `main.tsx` joins them.
 */
export interface Stage {
  /** Draws a picture. Called after every change; unchanged things are not drawn again. */
  show(picture: Picture): void;
  /** Plays a movement. Resolves when it is over (at once with reduced motion). */
  play(cue: Cue): Promise<void>;
  /** Calls the listener at each tap on a place. Returns a function that stops it. */
  onTap(listener: (place: PlaceId) => void): () => void;
  /** Position of a place in CSS pixels of the page's viewport; null when it is not on the canvas. */
  positionOf(place: PlaceId): { readonly x: number; readonly y: number } | null;
  destroy(): void;
}

/** Makes a stage that fills `parent` and follows its size. */
export type CreateStage = (parent: HTMLElement) => Promise<Stage>;

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

/** A movement. It ends in the picture that `show` was given. */
export type Cue =
  /** Bubbles run right, layer by layer, into these layers or all (null); bellies fill. */
  | { readonly type: 'forward'; readonly layers: readonly number[] | null }
  /** One unit hops (right) or leans, puzzled (wrong). */
  | { readonly type: 'verdict'; readonly unit: string; readonly correct: boolean }
  /** Parcels pop out of these layers or all (null), last first, squeeze through each valve and travel left along the edges. */
  | { readonly type: 'parcels'; readonly layers: readonly number[] | null }
  /** All units hop and sparkle: no wrong answer in the whole lane. */
  | { readonly type: 'cheer' }
  /** Every edge morphs from its old weight to the one shown, in 1.5 s, with old → new on the ones that changed most. */
  | { readonly type: 'update'; readonly before: readonly (readonly (readonly number[])[])[] };
