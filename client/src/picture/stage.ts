import type { Picture } from '@relay/shared/drawing/picture';
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
