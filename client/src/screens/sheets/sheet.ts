import type { Network } from '@relay/shared/maths/network';
import { allUnits, edgesInto, type WeightRef } from '@relay/shared/maths/unit';
import { type NetworkFile, networkOf } from '@relay/shared/network/networkFile';
import { PRESETS, presetById } from '@relay/shared/network/presets';
import { chooseEdges } from '@relay/shared/sheet/chooseEdges';
import type { SheetFill } from '@relay/shared/sheet/sheetPicture';

/** Choices on the page of sheets. */
export interface Sheet {
  /** Id of a preset, or `OWN`. */
  readonly network: string;
  readonly own: NetworkFile | null;
  readonly sample: number;
  /** Samples of the network to choose from. */
  readonly samples: number;
  readonly count: number;
  readonly seed: number;
  /** Weights that were chosen by hand; empty: drawn by the seed. */
  readonly chosen: readonly WeightRef[];
  readonly places: 'empty' | 'slots';
  readonly hasSolutions: boolean;
  /** Drawing for a slide: the network, or the index of a weight. */
  readonly subject: string;
  readonly fill: SheetFill;
  readonly areNumbered: boolean;
}

/** Samples offered at most: one of a thousand is found by no list. */
const MAX_SAMPLES = 50;

export const FIRST_SHEET: Sheet = {
  network: PRESETS[0]!.id,
  own: null,
  sample: 0,
  samples: Math.min(MAX_SAMPLES, PRESETS[0]!.file.data.length),
  count: 4,
  seed: 1,
  chosen: [],
  places: 'empty',
  hasSolutions: true,
  subject: 'network',
  fill: 'solved',
  areNumbered: true,
};

export const fileAsked = ({ network, own }: Pick<Sheet, 'network' | 'own'>): NetworkFile =>
  presetById(network) ?? own ?? PRESETS[0]!.file;

export const networkAsked = (sheet: Sheet): Network => networkOf(fileAsked(sheet));

/** Choices after a change; the number of samples follows the network. */
export function changed(sheet: Sheet, change: Partial<Sheet>): Sheet {
  const next = { ...sheet, ...change };
  return { ...next, samples: Math.min(MAX_SAMPLES, fileAsked(next).data.length) };
}

export const everyWeight = (network: Network): WeightRef[] =>
  allUnits(network).flatMap((unit) => edgesInto(network, unit));

/** Weights whose gradients the sheet asks for. */
export const edgesAsked = (sheet: Sheet): readonly WeightRef[] =>
  sheet.chosen.length > 0 ? sheet.chosen : chooseEdges(networkAsked(sheet), sheet.count, sheet.seed);
