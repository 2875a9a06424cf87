import type { ActivationName } from '@relay/shared/maths/network';
import type { PlaceId } from '@relay/shared/question/places/place';

/**
 * The port between the DOM screens and the drawn network. Screens say what there is to see (`show`) and what has just
 * happened (`play`); the drawing answers with taps. Neither side imports the other: `main.tsx` joins them.
 */
export interface Stage {
  /** Draw this. Called whenever anything changed; what is already so is not drawn again. */
  show(picture: Picture): void;
  /** Something happened that wants to be seen moving. Resolves when the movement is over (or at once, when still). */
  play(cue: Cue): Promise<void>;
  /** A tap on the canvas that met a place. Returns how to stop listening. */
  onTap(listener: (place: PlaceId) => void): () => void;
  /** Where a place is drawn, in CSS pixels of the page's viewport; null when it is not on the canvas. */
  whereIs(place: PlaceId): { readonly x: number; readonly y: number } | null;
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
  /** The belly sum; NaN while it is a secret, null at an input. */
  readonly sum: number | null;
  /** What the unit hands on (x at an input). */
  readonly output: number;
  /** How far the valve is open, f′ ÷ the largest f′ of its function, [0, 1]; NaN while it is a secret, null where there is none. */
  readonly opening: number | null;
  /** Written beside it; null at an input, and where it is 0 and nobody asks for it. */
  readonly bias: { readonly value: number; readonly inQuestion: boolean } | null;
  readonly activation: ActivationName | null;
  /** Shown below the name: who sits here. Empty for a machine. */
  readonly people: string;
  readonly pose: Pose;
  /** The viewer's own unit: dotted halo. */
  readonly mine: boolean;
  /** Glows with ✔: the answer is in. */
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
  /** null: it is not shown. */
  readonly weight: number | null;
  /** Where the truth would have taken it, where its answers have not; null: it went there, or nowhere. */
  readonly target: number | null;
  /** ◆: the weight in question, a red double line. */
  readonly inQuestion: boolean;
  /** Chevrons travel back along it: one of the taken places of the gradient lies on it. */
  readonly carriesBack: boolean;
}

/** A place that the player has taken: yellow, with its number and its value. */
export interface TakenPlace {
  readonly place: PlaceId;
  /** ①…⑤ where it belongs to the set of three, null while it is only a guess. */
  readonly number: number | null;
  /** As it is written, "−0.4489". */
  readonly text: string;
}

/** Everything there is to see of one network at one moment. Plain data: no drawing, no state of its own. */
export interface Picture {
  readonly units: readonly UnitPicture[];
  readonly edges: readonly EdgePicture[];
  readonly taken: readonly TakenPlace[];
  /** Places that pulse: "look here". */
  readonly pulsing: readonly PlaceId[];
  /** Paths that the green Σ bracket adds up, or null where nothing is. */
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

/** A movement. The picture shown afterwards is the picture that `show` was given. */
export type Cue =
  /** Bubbles run right, layer by layer, into these layers or all (null); bellies fill. */
  | { readonly type: 'forward'; readonly layers: readonly number[] | null }
  /** A unit hops (right) or leans, puzzled (wrong). */
  | { readonly type: 'verdict'; readonly unit: string; readonly correct: boolean }
  /** Parcels pop out of these layers or all (null), last first, squeeze through each valve and travel left along the edges. */
  | { readonly type: 'parcels'; readonly layers: readonly number[] | null }
  /** Everybody hops and sparkles: not one miss in the whole lane. */
  | { readonly type: 'cheer' }
  /** Every edge morphs from its old weight to the one shown, in 1.5 s, with old → new on the ones that changed most. */
  | { readonly type: 'update'; readonly before: readonly (readonly (readonly number[])[])[] };
