import { useId } from 'preact/hooks';
import styles from './Valve.module.css';

const R = 14;
/** Drawn opening, never quite 0 or 1: the slit and the edges keep the shape of a valve. */
const share = (opening: number): number => 0.05 + 0.72 * Math.max(0, Math.min(1, opening));

interface ValveProps {
  /** f′ as a share of its largest, [0, 1]. */
  readonly opening: number;
  /** Position in a drawing. */
  readonly at: string;
}

/** f′ drawn as a valve, shaped like the one in the network, for drawings in the page. */
export function Valve({ opening, at }: ValveProps) {
  const pane = useId();
  const open = share(opening);
  const shutter = (way: 1 | -1) => (
    <rect
      class={styles.valveShutter}
      x={-R}
      y={way === 1 ? 0 : -R}
      width={2 * R}
      height={R}
      style={{ transform: `translateY(${way * open * R}px)` }}
    />
  );
  return (
    <g transform={at}>
      <path class={styles.valveSteel} d="M-20-6h41V6h-41ZM-19-10h5v20h-5ZM17-10h5v20h-5Z" />
      <g class={styles.valveWheel} style={{ transform: `translateY(${-R * (0.75 + 0.45 * open)}px)` }}>
        <path class={styles.valveStem} d="M0 2V-8" />
        <path class={styles.valveHandle} d="M-10-8.5H10" />
      </g>
      <clipPath id={pane}>
        <circle r={R} />
      </clipPath>
      <circle r={R} class={styles.valvePane} />
      <g clip-path={`url(#${pane})`}>
        {shutter(-1)}
        {shutter(1)}
      </g>
      <circle r={R} class={styles.valveRim} />
    </g>
  );
}
