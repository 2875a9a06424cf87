import type { PlaceId } from '../../question/places/place.ts';
import type { UnitPicture } from '../picture.ts';

/** Parts of a layout. All lengths are CSS pixels; the origin is the top left corner of the canvas. */

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its centre. */
export interface Area extends Point {
  readonly w: number;
  readonly h: number;
}

/** Font sizes of one canvas. */
export interface TypeSizes {
  readonly tag: number;
  readonly chip: number;
  readonly name: number;
  readonly people: number;
  readonly target: number;
  readonly word: number;
  /** Largest belly number. */
  readonly belly: number;
  /** Smallest belly number that may stand in the belly itself. */
  readonly bellyLeast: number;
}

export interface PlacedUnit extends Point {
  readonly unit: UnitPicture;
  readonly r: number;
  /** Distance from the middle of one unit of this layer to the next. */
  readonly pitch: number;
  /** Middle of the line with its name and people. */
  readonly nameY: number;
  /** Left end of that line when a tag is in its way; null: centred. */
  readonly nameLeft: number | null;
  /** Largest width of name and people together. */
  readonly nameRoom: number;
  /** Font size of the belly number; null: too small to read there, so that it is on a label before the feet. */
  readonly bellySize: number | null;
}

/** Cubic Bézier from the source unit to the target unit. */
export interface Curve {
  readonly from: Point;
  readonly fromControl: Point;
  readonly toControl: Point;
  readonly to: Point;
}

export interface PlacedEdge {
  /** `h1>y1` */
  readonly key: string;
  readonly place: PlaceId;
  readonly layer: number;
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly curve: Curve;
  /** Weight; null: not shown. */
  readonly weight: number | null;
  /** Weight that the full step would have led to; null: none to show. */
  readonly target: number | null;
  readonly inQuestion: boolean;
  readonly carriesBack: boolean;
  /** In question, carrying back, taken, or touching the viewer's unit. */
  readonly relevant: boolean;
  /** One of very many that are not relevant. */
  readonly faint: boolean;
}

/** Tag with the number of a weight. */
export interface PlacedTag extends Area {
  readonly edge: PlacedEdge;
}

/** The tag of a bias and the short line that ties it to its unit. */
export interface PlacedBias extends Area {
  readonly place: PlaceId;
  readonly unit: string;
  readonly text: string;
  readonly value: number;
  readonly inQuestion: boolean;
  readonly line: { readonly from: Point; readonly to: Point };
}

export interface PlacedChip extends Area {
  readonly place: PlaceId;
  readonly number: number | null;
  readonly text: string;
  /** Start of the short line that ties the chip to its place. */
  readonly tie: Point | null;
}

export interface PlacedTarget extends Point {
  readonly unit: string;
  readonly word: string;
  readonly value: string;
  /** Word above the value, both from x on; or word and value on one line that ends at x. */
  readonly stacked: boolean;
  /** The dotted line from the unit; null once the error chip has taken its place. */
  readonly line: { readonly from: Point; readonly to: Point } | null;
}

export interface PlacedBracket {
  readonly unit: string;
  /** x of the tip, towards the unit. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Middle and radius of the Σ disc. */
  readonly disc: Point & { readonly r: number };
}

export interface PlacedParcel extends Area {
  readonly unit: string;
  readonly text: string;
}

export interface Layout {
  readonly box: Box;
  readonly type: TypeSizes;
  readonly units: readonly PlacedUnit[];
  readonly edges: readonly PlacedEdge[];
  readonly tags: readonly PlacedTag[];
  readonly biases: readonly PlacedBias[];
  readonly chips: readonly PlacedChip[];
  readonly targets: readonly PlacedTarget[];
  readonly times: readonly Point[];
  readonly timesRadius: number;
  readonly bracket: PlacedBracket | null;
  readonly parcels: readonly PlacedParcel[];
  readonly pulses: readonly (Area & { readonly round: boolean })[];
  readonly taps: readonly TapZone[];
}

/** Zone in which a tap means a place: a circle by `r`, a rectangle by `w` and `h`, or a band along a curve. */
export type TapZone = { readonly place: PlaceId } & (
  | ({ readonly shape: 'circle'; readonly r: number } & Point)
  | ({ readonly shape: 'rectangle' } & Area)
  | { readonly shape: 'curve'; readonly points: readonly Point[]; readonly reach: number }
);

/** Centre and radius of the valve on a body of radius 1. */
export const VALVE = { x: 0.77, y: 0.62, r: 0.18 } as const;
/** Centre (below that of the body) and radius of the belly on a body of radius 1. */
export const BELLY = { y: 0.26, r: 0.52 } as const;

export const valveAt = (unit: PlacedUnit): Point => ({
  x: unit.x + unit.r * VALVE.x,
  y: unit.y + unit.r * VALVE.y,
});

export const chipHeight = (type: TypeSizes): number => Math.round(type.chip * 1.7);
export const tagHeight = (type: TypeSizes): number => Math.round(type.tag * 1.5);
