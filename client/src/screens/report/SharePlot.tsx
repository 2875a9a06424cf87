import { useEffect, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import { token } from '../../styles/token';
import { notePartMissing } from '../missingPart';
import { loadPlot } from '../parts/loadPlot';
import { percent } from './shown';
import styles from './Report.module.css';

/** A line or row of bars: its shares at each place of the x axis; null where there is none. */
export interface ShareSeries {
  readonly name: string;
  readonly shares: readonly (number | null)[];
}

interface SharePlotProps {
  readonly title: string;
  /** Sentence that says what is to be seen, for those who do not see it. */
  readonly said: string;
  /** Labels of the places on the x axis. */
  readonly labels: readonly string[];
  readonly series: readonly ShareSeries[];
  readonly isBars?: boolean;
}

const COLOURS = [
  'blue',
  'red',
  'green',
  'plum-line',
  'sand-dark',
  'water-line',
  'yellow-ring',
  'pen',
] as const;
const DASHES = [[], [8, 5], [2, 5], [12, 4, 2, 4]] as const;
const FONT = '700 13px "M PLUS Rounded 1c", sans-serif';

function options(
  { labels, series, isBars = false }: SharePlotProps,
  size: { width: number; height: number },
  Plot: typeof uPlot,
): uPlot.Options {
  const axis = {
    font: FONT,
    stroke: token('caption'),
    grid: { stroke: token('grid'), width: 2 },
    ticks: { show: false },
  };
  return {
    ...size,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: () => [-0.6, labels.length - 0.4] }, y: { range: () => [0, 1.02] } },
    axes: [
      {
        ...axis,
        size: 28,
        incrs: [1, 2, 5, 10, 20, 50, 100],
        values: (_plot, marks) => marks.map((mark) => labels[mark] ?? ''),
      },
      {
        ...axis,
        size: 56,
        splits: () => [0, 0.25, 0.5, 0.75, 1],
        values: (_plot, marks) => marks.map(percent),
      },
    ],
    series: [
      {},
      ...series.map((_, i) => ({
        stroke: token(COLOURS[i % COLOURS.length]!),
        fill: isBars ? token(COLOURS[i % COLOURS.length]!) : '',
        width: isBars ? 0 : 3,
        dash: [...DASHES[Math.floor(i / COLOURS.length) % DASHES.length]!],
        spanGaps: true,
        points: { show: !isBars, size: 8 },
        ...(isBars && Plot.paths.bars && { paths: Plot.paths.bars({ size: [0.6, 60] }) }),
      })),
    ],
  };
}

/** Plot of shares; its figures are in the table beside it. */
export function SharePlot(props: SharePlotProps) {
  const { title, said, labels, series } = props;
  const frame = useRef<HTMLDivElement>(null);
  const drawn = JSON.stringify([labels, series]);
  useEffect(() => {
    const parent = frame.current!;
    const size = () => ({ width: parent.clientWidth, height: parent.clientHeight });
    let plot: uPlot | null = null;
    let isGone = false;
    const follow = new ResizeObserver(() => plot?.setSize(size()));
    loadPlot().then(({ uPlot: Plot }) => {
      if (isGone) return;
      const data: uPlot.AlignedData = [labels.map((_, i) => i), ...series.map(({ shares }) => [...shares])];
      plot = new Plot(options(props, size(), Plot), data, parent);
      follow.observe(parent);
    }, notePartMissing);
    return () => {
      isGone = true;
      follow.disconnect();
      plot?.destroy();
    };
  }, [drawn]);
  return (
    <figure class={styles.plot}>
      <figcaption>
        <b>{title}</b>
      </figcaption>
      <div class={styles.plotFrame} ref={frame} role="img" aria-label={said} />
      {series.length > 1 && (
        <p class={styles.legend} aria-hidden="true">
          {series.map(({ name }, i) => (
            <span key={name}>
              <svg class={styles.legendLine} viewBox="0 0 24 8">
                <line
                  x1="0"
                  y1="4"
                  x2="24"
                  y2="4"
                  stroke={token(COLOURS[i % COLOURS.length]!)}
                  stroke-width="4"
                />
              </svg>{' '}
              {name}
            </span>
          ))}
        </p>
      )}
    </figure>
  );
}
