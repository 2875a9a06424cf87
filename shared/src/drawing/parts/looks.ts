import { BLUE, BRONZE, type Colour, INK, PAPER, RED, SLATE, TEXT, WHITE, YELLOW } from './ink.ts';

/** Colours and ring of a rounded label. */
export interface Look {
  readonly fill: Colour;
  readonly ring: Colour;
  /** CSS px, at a font size of 19. */
  readonly ringWidth: number;
  readonly text: Colour;
}

/** Looks of every kind of rounded label. */
export const LOOKS = {
  tag: { fill: PAPER, ring: SLATE, ringWidth: 1.5, text: INK },
  back: { fill: PAPER, ring: RED, ringWidth: 2, text: INK },
  question: { fill: RED, ring: RED, ringWidth: 1.5, text: WHITE },
  chip: { fill: YELLOW, ring: BRONZE, ringWidth: 2.5, text: TEXT },
  belly: { fill: WHITE, ring: INK, ringWidth: 1.5, text: TEXT },
  parcel: { fill: 'parcel-label', ring: RED, ringWidth: 2, text: TEXT },
  change: { fill: PAPER, ring: BLUE, ringWidth: 2.5, text: TEXT },
} as const satisfies Record<string, Look>;

/** Thickness of a ring, larger on large labels. @param size  font size, CSS px */
export const ringThickness = (size: number): number => Math.max(1, size / 19);
