import { NOTCHES } from '../../../input/lever';
import { t } from '../../../strings/language';
import type { NudgePoint, Nudging } from '../../../picture/numbers/nudged';
import { cx } from '../../../styles/cx';
import activationCurveStyles from '../ActivationCurve.module.css';
import styles from './NudgeCurve.module.css';

const WIDTH = 360;
const HEIGHT = 104;
const EDGE = { left: 30, right: 30, top: 12, bottom: 24 } as const;

interface NudgeCurveProps {
  readonly nudging: Nudging;
  /** Notches whose points are drawn. */
  readonly visited: readonly number[];
  /** Notch at the end of the secant, which begins at rest. */
  readonly notch: number;
  /** True from the reveal on: draws the whole curve, and its tangent at rest. */
  readonly isRevealed?: boolean;
}

/** E over w: points at visited notches, and the secant from rest to the lever's position. */
export function NudgeCurve({ nudging, visited, notch, isRevealed = false }: NudgeCurveProps) {
  const { at, G, weightAt, lossAt } = nudging;
  const all = Array.from({ length: 2 * NOTCHES + 1 }, (_, i) => at(i - NOTCHES));
  const values = all.map(({ E }) => E);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || 1;
  const [first, last] = [all[0]!, all.at(-1)!];
  const x = (w: number): number =>
    EDGE.left + ((w - first.w) / (last.w - first.w)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (E: number): number =>
    HEIGHT - EDGE.bottom - ((E - low) / span) * (HEIGHT - EDGE.top - EDGE.bottom);
  const point = ({ w, E }: NudgePoint): string => `${x(w).toFixed(1)} ${y(E).toFixed(1)}`;
  const points = visited.toSorted((a, b) => a - b).map(at);
  const [rest, here] = [at(0), at(notch)];
  const tangent = [first.w, last.w].map(
    (w) => `${x(w).toFixed(1)} ${y(rest.E + G * (w - rest.w)).toFixed(1)}`,
  );
  return (
    <figure class={styles.nudgeCurve}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('questions.nudge.curve', { count: visited.length })}
        focusable="false"
      >
        <path
          class={activationCurveStyles.curveAxis}
          d={`M${EDGE.left} 4V${HEIGHT - EDGE.bottom}H${WIDTH - 4}`}
        />
        <text class={styles.axisName} x="4" y="14">
          E
        </text>
        <text class={cx(styles.axisName, styles.isW)} x={WIDTH - 4} y={HEIGHT - EDGE.bottom - 6}>
          w
        </text>
        {[first, rest, last].map(({ notch: mark, w }) => (
          <text key={mark} class={styles.axisNumber} x={x(w)} y={HEIGHT - 6}>
            {weightAt(mark)}
          </text>
        ))}
        {isRevealed && <path class={styles.nudgeWhole} d={`M${all.map(point).join('L')}`} />}
        {isRevealed && <path class={styles.nudgeTangent} d={`M${tangent.join('L')}`} />}
        <path class={styles.nudgeWay} d={`M${points.map(point).join('L')}`} />
        {notch !== 0 && <path class={styles.nudgeSecant} d={`M${point(rest)}L${point(here)}`} />}
        {points.map((one) => (
          <Point key={one.notch} notch={one.notch} x={x(one.w)} y={y(one.E)} isHere={one.notch === notch}>
            {`${weightAt(one.notch)}: ${lossAt(one.notch)}`}
          </Point>
        ))}
      </svg>
    </figure>
  );
}

interface PointProps {
  readonly notch: number;
  readonly x: number;
  readonly y: number;
  /** True where the lever stands. */
  readonly isHere: boolean;
  readonly children: string;
}

/** Point of the curve at a visited notch, with its numbers. */
function Point({ notch, x, y, isHere, children }: PointProps) {
  return (
    <circle
      class={cx(styles.nudgePoint, notch === 0 && styles.isRest, isHere && styles.isHere)}
      cx={x}
      cy={y}
      r={isHere ? 8 : 5}
    >
      <title>{children}</title>
    </circle>
  );
}
