import { allUnits, edgesInto } from '@relay/shared/maths/unit';
import { placesOf, setOfThree, valueAt } from '@relay/shared/question/place';
import { situationOf } from '@relay/shared/question/situation';
import { networks } from '@relay/shared/testing/arbitraries';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillFormula } from './formula';
import { liveWorking } from './liveWorking';

test('the right places, in whatever order they are taken, come to the true S, δ and G of every weight', () => {
  fc.assert(
    fc.property(networks(), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (drawn, order) => {
      const { network, sample } = drawn;
      const { pass, truth } = situationOf(network, sample);
      const valueOf = (place: Parameters<typeof valueAt>[3]) => valueAt(network, pass, sample, place);
      for (const unit of allUnits(network)) {
        for (const edge of edgesInto(network, unit)) {
          const taken = placesOf(setOfThree(network, edge))
            .map((place) => ({ place, at: order.next().value }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ place }) => place);
          const live = liveWorking(fillFormula(network, edge, taken), valueOf);
          const l = edge.layer - 1;
          expect(live.delta).toBeCloseTo(truth.deltas[l]![edge.to]!, 9);
          expect(live.G).toBeCloseTo(truth.gradients.weights[l]![edge.from]![edge.to]!, 9);
          const arriving = truth.arriving[l]?.[edge.to];
          if (arriving !== undefined) expect(live.S).toBeCloseTo(arriving, 9);
          const [first] = taken;
          const missing = liveWorking(fillFormula(network, edge, taken.slice(1)), valueOf);
          expect(missing.G, `without ${first}`).toBeNull();
        }
      }
    }),
  );
});
