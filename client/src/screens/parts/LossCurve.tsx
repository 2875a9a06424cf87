import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { t } from '../../strings/language';
import { written, writtenFull } from '../../view/written';

interface LossCurveProps {
  readonly losses: readonly number[];
  /** What true steps alone would have come to; drawn where it is anything else. */
  readonly ghost?: readonly number[] | undefined;
  /** Larger lines and letters. */
  readonly isProjector?: boolean;
}

/** So many rounds the axis always has room for. */
const FEWEST_ROUNDS = 5;
const GHOST = '#00735C';
const FONT = '"M PLUS Rounded 1c", sans-serif';

function options(size: { width: number; height: number }, isProjector: boolean): uPlot.Options {
  const font = `700 ${isProjector ? 24 : 13}px ${FONT}`;
  const axis = { font, stroke: '#667085', grid: { stroke: '#EFE9DA', width: 2 }, ticks: { show: false } };
  const gap = isProjector ? 44 : 28;
  return {
    ...size,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (plot) => [0, Math.max((plot.data[0]?.length ?? 1) - 1, FEWEST_ROUNDS)] },
      y: { range: (_plot, _low, high) => [0, Math.max(high * 1.12, 1e-9)] },
    },
    axes: [
      { ...axis, size: gap, incrs: [1, 2, 5, 10, 20, 50, 100] },
      { ...axis, size: isProjector ? 84 : 48, values: (_plot, marks) => marks.map(written) },
    ],
    series: [
      {},
      {
        stroke: '#2F6FDE',
        width: isProjector ? 6 : 3,
        points: { show: true, size: isProjector ? 14 : 8, fill: '#2F6FDE' },
      },
      {
        stroke: GHOST,
        width: isProjector ? 4 : 2,
        dash: isProjector ? [14, 10] : [7, 5],
        points: { show: false },
      },
    ],
  };
}

/** The loss after every round, as a curve and as a table; dashed beside it the ghost's. */
export function LossCurve({ losses, ghost, isProjector = false }: LossCurveProps) {
  const other = ghost?.some((loss, round) => loss !== losses[round]) ? ghost : undefined;
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const data = (): uPlot.AlignedData => [
    losses.map((_, round) => round),
    [...losses],
    losses.map((_, round) => other?.[round] ?? null),
  ];
  useEffect(() => {
    const parent = frame.current!;
    const size = () => ({ width: parent.clientWidth, height: parent.clientHeight });
    const made = new uPlot(options(size(), isProjector), data(), parent);
    plot.current = made;
    const follow = new ResizeObserver(() => made.setSize(size()));
    follow.observe(parent);
    return () => {
      follow.disconnect();
      made.destroy();
    };
  }, [isProjector]);
  useEffect(() => plot.current?.setData(data()), [losses, ghost]);
  const first = losses[0];
  const last = losses.at(-1);
  return (
    <div class={`loss ${isProjector ? 'loss-large' : ''}`}>
      <div
        class="loss-frame"
        ref={frame}
        role="img"
        aria-label={
          t('loss.chart', { first: writtenFull(first ?? 0), last: writtenFull(last ?? 0) }) +
          (other ? ` ${t('loss.ghostChart', { last: writtenFull(other.at(-1)!) })}` : '')
        }
      />
      {other && (
        <p class="loss-legend" aria-hidden="true">
          <span class="loss-ours">{t('loss.ours')}</span> <span class="loss-ghost">{t('loss.ghost')}</span>
        </p>
      )}
      <LossTable losses={losses} ghost={other} />
    </div>
  );
}

function LossTable({ losses, ghost }: Pick<LossCurveProps, 'losses' | 'ghost'>) {
  return (
    // It scrolls when it is long, also by keyboard.
    <div class="loss-table" role="region" aria-label={t('loss.table')} tabIndex={0}>
      <table>
        <caption class="unseen">{t('loss.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('loss.after')}</th>
            <th scope="col">{t(ghost ? 'loss.ours' : 'loss.value')}</th>
            {ghost && <th scope="col">{t('loss.ghost')}</th>}
          </tr>
        </thead>
        <tbody>
          {losses
            .map((loss, round) => ({ loss, round }))
            .reverse()
            .map(({ loss, round }) => (
              <tr key={round}>
                <th scope="row">{round === 0 ? t('loss.start') : round}</th>
                <td class="digits">{writtenFull(loss)}</td>
                {ghost && <td class="digits">{writtenFull(ghost[round] ?? loss)}</td>}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
