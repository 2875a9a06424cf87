import type { Network } from '@relay/shared/maths/network';
import { edgeName } from '@relay/shared/maths/unit';
import type { UpdateView } from '@relay/shared/referee/view';

export interface WeightChange {
  /** `h1→y1` */
  readonly edge: string;
  readonly old: number;
  readonly now: number;
  readonly gradient: number;
}

/** Weight that an update moved furthest; undefined when none moved. */
export function biggestChange(network: Network, update: UpdateView): WeightChange | undefined {
  const changes = network.weights.flatMap((matrix, l) =>
    matrix.flatMap((row, from) =>
      row.map(
        (now, to): WeightChange => ({
          edge: edgeName(network, { layer: l + 1, from, to }),
          old: update.before.weights[l]![from]![to]!,
          now,
          gradient: update.gradients.weights[l]![from]![to]!,
        }),
      ),
    ),
  );
  const moved = ({ old, now }: WeightChange): number => Math.abs(now - old);
  return changes
    .filter((change) => moved(change) > 0)
    .reduce<WeightChange | undefined>(
      (best, change) => (best && moved(best) >= moved(change) ? best : change),
      undefined,
    );
}
