import { activationOf } from '@relay/shared/maths/activation';
import { unitActivation } from '@relay/shared/maths/activations';
import type { Layer } from '@relay/shared/maths/network';
import type { ComponentChildren } from 'preact';
import { cx } from '../../styles/cx';
import styles from './ActivationCurve.module.css';

const WIDTH = 300;
const HEIGHT = 110;
const POINTS = 61;
/** Least half-width of the plot, in units of the pre-activation. */
const REACH = 4;
/** Half the length of the tangent, px. */
const TANGENT = 62;

interface ActivationCurveProps {
  readonly layer: Layer;
  /** Pre-activation; null while it is unknown. */
  readonly at: number | null;
  /** Mark at the pre-activation: its position only, the point on the curve, or the point with its tangent. */
  readonly shows: 'sum' | 'point' | 'tangent';
  /** Increase of the pre-activation; the increase of the output is drawn as a step. */
  readonly drop?: number | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

/**
 * Activation of one unit as a curve from pre-activation to output. Nothing for softmax, which depends on the whole
 * layer.
 */
export function ActivationCurve({
  layer,
  at,
  shows,
  drop,
  class: look = '',
  children,
}: ActivationCurveProps) {
  if (!unitActivation(layer.activation)) return null;
  const f = activationOf(layer);
  const reach = Math.max(REACH, Math.abs(at ?? 0) * 1.3, ((at ?? 0) + (drop ?? 0)) * 1.1);
  const xs = Array.from({ length: POINTS }, (_, i) => -reach + (2 * reach * i) / (POINTS - 1));
  const values = xs.map(f.value);
  const low = Math.min(0, ...values);
  const height = Math.max(...values) - low || 1;
  const atX = (x: number): number => ((x + reach) / (2 * reach)) * WIDTH;
  const atY = (y: number): number => HEIGHT - 8 - ((y - low) / height) * (HEIGHT - 16);
  const path = xs
    .map((x, i) => `${i === 0 ? 'M' : 'L'}${atX(x).toFixed(1)},${atY(values[i]!).toFixed(1)}`)
    .join('');
  const tangent = (u: number): string => {
    const [px, py] = [atX(u), atY(f.value(u))];
    const rise = (atY(f.value(u) + f.derivative(u)) - py) / (atX(u + 1) - px);
    const run = TANGENT / Math.hypot(1, rise);
    return `M${px - run},${py - rise * run}L${px + run},${py + rise * run}`;
  };
  const step = (u: number, more: number): string =>
    `M${atX(u)},${atY(f.value(u))}H${atX(u + more)}V${atY(f.value(u + more))}`;
  return (
    <figure class={cx(styles.curve, look)}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        <path class={styles.curveAxis} d={`M0,${atY(0)}H${WIDTH}M${atX(0)},0V${HEIGHT}`} />
        <path class={styles.curveF} d={path} />
        {at !== null && (
          <>
            {shows === 'tangent' && <path class={styles.curveTangent} d={tangent(at)} />}
            {drop !== undefined && <path class={styles.curveStep} d={step(at, drop)} />}
            <path
              class={styles.curveDrop}
              d={shows === 'sum' ? `M${atX(at)},0V${HEIGHT}` : `M${atX(at)},${atY(0)}V${atY(f.value(at))}`}
            />
            {shows !== 'sum' && <circle class={styles.curvePoint} cx={atX(at)} cy={atY(f.value(at))} r="5" />}
          </>
        )}
      </svg>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}
