import { backward } from '@relay/shared/maths/backward';
import { forward } from '@relay/shared/maths/forward';
import type { BackwardPass, ForwardPass, Network, Sample } from '@relay/shared/maths/network';
import { allUnits, edgesInto, type UnitRef, unitName } from '@relay/shared/maths/unit';
import { setOfThree, valueAt } from '@relay/shared/question/places/place';
import { largestSlope } from '@relay/shared/maths/activation';
import { written } from '../../../src/picture/numbers/written';
import type { Picture, UnitPicture } from '@relay/shared/drawing/picture';

/** Moment of a round that a picture shows. */
export type Moment = 'asked' | 'answered' | 'revealed';

interface Shown {
  readonly network: Network;
  readonly sample: Sample;
  readonly moment: Moment;
  /** The viewer's own unit: the first of the last hidden layer. */
  readonly mine: string;
  readonly pass: ForwardPass;
  readonly back: BackwardPass;
}

function unitPicture(shown: Shown, { layer, index }: UnitRef): UnitPicture {
  const { network, sample, moment, pass } = shown;
  const name = unitName(network, { layer, index });
  const isMine = name === shown.mine;
  const at = network.layers[layer - 1];
  const isOutput = layer === network.layers.length;
  return {
    name,
    kind: layer === 0 ? 'input' : isOutput ? 'output' : 'hidden',
    layer,
    index,
    sum: layer === 0 ? null : pass.sums[layer - 1]![index]!,
    output: layer === 0 ? sample.x[index]! : pass.outputs[layer - 1]![index]!,
    opening: at ? shown.back.slopes[layer - 1]![index]! / largestSlope(at) : null,
    bias: null,
    activation: at?.activation ?? null,
    people: isMine ? 'Mia' : '',
    pose: isMine && moment !== 'revealed' ? 'thinking' : 'idle',
    mine: isMine,
    ready: isMine && moment === 'answered',
    dimmed: false,
    isBare: false,
    target: isOutput ? sample.t[index]! : null,
  };
}

function parcelsOf({ network, moment, back }: Shown): Picture['parcels'] {
  if (moment !== 'revealed') return [];
  return allUnits(network).flatMap((unit) =>
    unit.layer === 0
      ? []
      : [
          {
            unit: unitName(network, unit),
            text: `δ ${written(back.deltas[unit.layer - 1]![unit.index]!)}`,
          },
        ],
  );
}

/** The picture of a network at one moment; the weight in question is the first into the viewer's unit. */
export function pictureOf(
  network: Network,
  sample: Sample,
  moment: Moment,
  scale: Picture['scale'],
): Picture {
  const pass = forward(network, sample.x);
  const last = network.layers.length;
  const edge = { layer: last - 1, from: 0, to: 0 };
  const mine = unitName(network, { layer: edge.layer, index: 0 });
  const shown = { network, sample, moment, mine, pass, back: backward(network, pass, sample.t) };
  const { paths, valve, input } = setOfThree(network, edge);
  const own = [valve, input].filter((place) => place !== undefined);
  const found = [...paths.flatMap(({ places }) => places), ...own];
  return {
    units: allUnits(network).map((unit) => unitPicture(shown, unit)),
    edges: allUnits(network)
      .flatMap((unit) => edgesInto(network, unit))
      .map(({ layer, from, to }) => ({
        layer,
        from,
        to,
        weight: network.weights[layer - 1]![from]![to]!,
        target: null,
        inQuestion: moment !== 'revealed' && layer === edge.layer && from === 0 && to === 0,
        carriesBack: moment === 'answered' && layer === last && from === 0,
      })),
    taken: (moment === 'answered' ? found : []).map((place, i) => ({
      place,
      number: (i % 5) + 1,
      text: written(valueAt(network, pass, sample, place)),
    })),
    pulsing: moment === 'asked' ? paths.slice(0, 1).map(({ places }) => places[0]!) : [],
    bracket: moment === 'answered' ? { unit: mine, paths: paths.map(({ places }) => places.at(-1)!) } : null,
    parcels: parcelsOf(shown),
    words: { target: 'target', error: 'E' },
    scale,
    frame: 'whole',
  };
}
