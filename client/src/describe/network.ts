import type { NetworkFile } from '@relay/shared/network/networkFile';
import { t } from '../strings/language';

/** Short description of a network: `2-3-2, sigmoid`. */
export function networkShape({ layers }: NetworkFile): string {
  const activations = new Set(layers.flatMap(({ activation }) => activation ?? []));
  return t('host.file.shape', {
    layers: layers.map(({ units }) => units).join('-'),
    activations: [...activations].join(' / '),
  });
}
