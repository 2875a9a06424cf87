import type { Locator } from '@playwright/test';
import { DEFAULT_SETTINGS } from '@relay/shared/lesson/settings';
import { forward } from '@relay/shared/maths/forward';
import { unitName } from '@relay/shared/maths/unit';
import { type PlaceId, valueAt } from '@relay/shared/question/places/place';
import { EMPTY_VIEW, type PublicView } from '@relay/shared/referee/view';
import { fillFormula, numberInFormula } from '../../src/picture/numbers/formula';
import { layoutOf } from '@relay/shared/drawing/layout/layout';
import { placeAt } from '@relay/shared/drawing/layout/taps';
import { pictureOf, defaultPictureOptions } from '../../src/picture/picture';
import { written } from '../../src/picture/numbers/written';
import type { Truth } from './classroom';

const RUN = 'A';
/** Distance between tried points, CSS px. */
const GRID = 6;

function viewOf({ network, sample }: Truth): PublicView {
  const { sums, outputs } = forward(network, sample.x);
  const deadlines = { phase: 0, output: 0, hidden: 0 };
  const counts = { asked: 1, answered: 0, lanes: 1, mistakes: null, losses: [1] };
  const still = { turn: null, closed: [], parcels: null, clean: null, truth: null };
  const what = { id: RUN, kind: 'team', isPrivate: false } as const;
  const now = { phase: 'backward', isAnswering: true, isByLayer: false, isBetweenRounds: false } as const;
  const rest = { rules: DEFAULT_SETTINGS, referenceLosses: [1], movedBy: [], ...counts };
  return {
    ...EMPTY_VIEW,
    runs: { [RUN]: { ...what, round: 1, ...now, phaseSince: 0, deadlines, ...rest } },
    networks: { [RUN]: network },
    lanes: { [`${RUN}/0`]: { sample: 0, ...sample, sums, outputs, ...still } },
  };
}

interface Seen {
  readonly truth: Truth;
  /** ◆ of the page, such as `x1→h1`. */
  readonly weight: string;
  readonly taken: readonly PlaceId[];
  readonly pulsing?: PlaceId;
  readonly canvas: Locator;
}

/** Layout of the picture that the page has to show. */
export async function layoutOn({ truth, weight, taken, pulsing, canvas }: Seen) {
  const { edge } = truth.of(weight);
  const { network, sample } = truth;
  const formula = fillFormula(network, edge, taken);
  const pass = forward(network, sample.x);
  const look = {
    ...defaultPictureOptions(viewOf(truth), RUN, { target: 'target', error: 'E' }),
    mine: { unit: unitName(network, { layer: edge.layer, index: edge.to }), edge },
    pulsing: pulsing ? [pulsing] : [],
    taken: taken.map((place) => ({
      place,
      number: numberInFormula(formula, place),
      text: written(valueAt(network, pass, sample, place)),
    })),
  };
  return layoutOf(pictureOf(look)!, (await canvas.boundingBox())!);
}

/** Point of the canvas well inside a place's shape, as a finger would choose it. */
export async function fingerOn(place: PlaceId, seen: Seen): Promise<{ x: number; y: number }> {
  const { box, taps } = await layoutOn(seen);
  const isOn = (x: number, y: number): boolean => placeAt(taps, { x, y }) === place;
  let best = { x: 0, y: 0, room: 0 };
  for (let x = GRID; x < box.width; x += GRID) {
    for (let y = GRID; y < box.height; y += GRID) {
      let room = 0;
      while (
        room < 8 &&
        [-1, 1].every((side) => isOn(x + side * room * 2, y) && isOn(x, y + side * room * 2))
      )
        room++;
      if (room > best.room) best = { x, y, room };
    }
  }
  if (best.room === 0) throw new Error(`${place} is nowhere on the canvas`);
  return { x: best.x, y: best.y };
}
