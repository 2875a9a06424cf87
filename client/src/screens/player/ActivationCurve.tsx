import { activationOf } from '@relay/shared/maths/activation';
import type { UnitRef } from '@relay/shared/maths/unit';
import { unitName } from '@relay/shared/maths/unit';
import { t } from '../../strings/language';
import type { RoundFacts } from '../../view/roundFacts';

const WIDTH = 300;
const HEIGHT = 110;
const POINTS = 61;
/** Least half-width of the picture in units of the belly sum. */
const REACH = 4;
/** Half the length of the tangent, px. */
const TANGENT = 62;

/** f of one unit with its tangent at the belly sum: what the valve looks at. Nothing for softmax, which has no one f. */
export function ActivationCurve({ facts, unit }: { readonly facts: RoundFacts; readonly unit: UnitRef }) {
  const layer = facts.network.layers[unit.layer - 1];
  if (!layer || layer.activation === 'softmax') return null;
  const f = activationOf(layer);
  const u = facts.pass.sums[unit.layer - 1]![unit.index]!;
  const reach = Math.max(REACH, Math.abs(u) * 1.3);
  const xs = Array.from({ length: POINTS }, (_, i) => -reach + (2 * reach * i) / (POINTS - 1));
  const values = xs.map(f.value);
  const low = Math.min(0, ...values);
  const high = Math.max(...values);
  const atX = (x: number): number => ((x + reach) / (2 * reach)) * WIDTH;
  const atY = (y: number): number => HEIGHT - 8 - ((y - low) / (high - low)) * (HEIGHT - 16);
  const path = xs
    .map((x, i) => `${i === 0 ? 'M' : 'L'}${atX(x).toFixed(1)},${atY(values[i]!).toFixed(1)}`)
    .join('');
  const [px, py] = [atX(u), atY(f.value(u))];
  const rise = (atY(f.value(u) + f.derivative(u)) - py) / (atX(u + 1) - px);
  const run = TANGENT / Math.hypot(1, rise);
  return (
    <figure class="curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        <path class="curve-axis" d={`M0,${atY(0)}H${WIDTH}M${atX(0)},0V${HEIGHT}`} />
        <path class="curve-f" d={path} />
        <path class="curve-tangent" d={`M${px - run},${py - rise * run}L${px + run},${py + rise * run}`} />
        <path class="curve-drop" d={`M${px},${atY(0)}V${py}`} />
        <circle class="curve-point" cx={px} cy={py} r="5" />
      </svg>
      <figcaption>
        <b>{t('play.curve', { unit: unitName(facts.network, unit) })}</b> {t('play.curveText')}
      </figcaption>
    </figure>
  );
}
