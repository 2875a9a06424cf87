import { type Network, outputLayer } from '@relay/shared/maths/network';
import type { LaneView, RunView } from '@relay/shared/referee/view';
import { t } from '../strings/language';
import { type ActiveLayer, correctedIn } from '../picture/activeLayer';

/** Name of a layer: "output layer", "hidden layer 2". */
function layerName(network: Network, layer: number): string {
  if (layer === outputLayer(network)) return t('relay.layer.output');
  return outputLayer(network) > 2 ? t('relay.layer.deep', { layer }) : t('relay.layer.hidden');
}

/** Sentence about the active layer: "At work: output layer. 2 of 4 are in." */
export function activeLayerWords(
  network: Network,
  { layer, ready, asked }: ActiveLayer,
): { who: string; ready: string } {
  return {
    who: t('relay.way.atWork', { layer: layerName(network, layer) }),
    ready: t('relay.way.ready', { ready, asked }),
  };
}

/** Sentence with the number of values corrected in a lane, never the player; empty when there were none. */
export function correctedWords({ phase }: Pick<RunView, 'phase'>, lane: Pick<LaneView, 'closed'>): string {
  const count = correctedIn(lane);
  if (count === 0) return '';
  return t(phase === 'forward' ? 'relay.way.adjusted' : 'relay.way.corrected', { count });
}
