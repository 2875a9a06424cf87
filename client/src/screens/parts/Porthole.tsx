import { useId } from 'preact/hooks';
import { liquidLevel } from '@relay/shared/drawing/liquid';
import { written } from '../../picture/numbers/written';
import { cx } from '../../styles/cx';
import styles from './Porthole.module.css';

const R = 44;
const MIDDLE = 50;

interface PortholeProps {
  /** Pre-activation; null while the belly is empty. */
  readonly sum: number | null;
  /** Count of the drops that have fallen in. */
  readonly drops?: number;
  /** Position within a drawing, in its units; absent: a picture of its own. */
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Belly in close-up: the sum as liquid above or below the zero line. Decoration: the line says the same. */
export function Porthole({ sum, drops = 0, box }: PortholeProps) {
  const glass = useId();
  const rise = sum === null ? 0 : R * liquidLevel(sum);
  const isAbove = (sum ?? 0) > 0;
  const text = sum === null ? '?' : written(sum);
  const textY = sum === null || rise < 4 ? MIDDLE - 12 : isAbove ? MIDDLE + 20 : MIDDLE - 20;
  return (
    <svg
      class={cx(box ? styles.portholeWithin : styles.porthole)}
      viewBox="0 0 100 100"
      aria-hidden="true"
      focusable="false"
      {...box}
    >
      <clipPath id={glass}>
        <circle cx={MIDDLE} cy={MIDDLE} r={R} />
      </clipPath>
      <circle class={styles.portholeGlass} cx={MIDDLE} cy={MIDDLE} r={R} />
      <g clip-path={`url(#${glass})`}>
        <rect
          class={cx(isAbove ? styles.liquidAbove : styles.liquidBelow)}
          x="0"
          width="100"
          y={MIDDLE - R}
          height={R}
          style={{
            transformOrigin: `0 ${MIDDLE}px`,
            transform: `scaleY(${((isAbove ? 1 : -1) * rise) / R})`,
          }}
        />
        {drops > 0 && (
          <path key={drops} class={styles.drip} d="M50,-4c6,8 8,11 8,15a8,8 0 0 1 -16,0c0,-4 2,-7 8,-15Z" />
        )}
      </g>
      <path class={styles.portholeZero} d={`M${MIDDLE - R},${MIDDLE}H${MIDDLE + R}`} />
      <circle class={styles.portholeRim} cx={MIDDLE} cy={MIDDLE} r={R} />
      <text class={cx(styles.portholeSum, text.length > 5 && styles.isLong)} x={MIDDLE} y={textY}>
        {text}
      </text>
    </svg>
  );
}
