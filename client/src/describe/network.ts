import { type NetworkFile, networkOf } from '@relay/shared/network/networkFile';
import { written } from '../picture/numbers/written';
import { t } from '../strings/language';

/** Short description of a network: `2-3-2, sigmoid`. The slopes of a leaky ReLU are named where that above 0 is not 1. */
export function networkShape(file: NetworkFile): string {
  const { inputs, layers } = networkOf(file);
  const activations = new Set(
    layers.map(({ activation, slope, up }) =>
      up === undefined
        ? activation
        : t('host.file.sides', { activation, up: written(up), slope: written(slope!) }),
    ),
  );
  return t('host.file.shape', {
    layers: [inputs, ...layers.map(({ units }) => units)].join('-'),
    activations: [...activations].join(' / '),
  });
}
