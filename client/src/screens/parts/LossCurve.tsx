import { useEffect, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import { t } from '../../strings/language';
import { curveLines, type Learning, roundAt } from '../../picture/numbers/losses';
import { written, writtenLoss } from '../../picture/numbers/written';
import { loadPlot } from './loadPlot';
import { notePartMissing } from '../missingPart';
import { token } from '../../styles/token';
import { cx } from '../../styles/cx';
import styles from './LossCurve.module.css';

interface LossCurveProps {
  readonly run: Learning;
  /** Larger lines and letters. */
  readonly isProjector?: boolean;
  readonly class?: string | undefined;
}

/** Rounds that the axis always has room for. */
const FEWEST_ROUNDS = 5;
const OURS = token('blue');
const GHOST = token('green');
const FONT = '"M PLUS Rounded 1c", sans-serif';

function options(
  size: { width: number; height: number },
  isProjector: boolean,
  roundsAt: (places: readonly number[]) => string[],
): uPlot.Options {
  const font = `700 ${isProjector ? 24 : 13}px ${FONT}`;
  const axis = {
    font,
    stroke: token('caption'),
    grid: { stroke: token('grid'), width: 2 },
    ticks: { show: false },
  };
  const gap = isProjector ? 44 : 28;
  return {
    ...size,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (plot) => [0, Math.max(plot.data[0]?.at(-1) ?? 0, FEWEST_ROUNDS)] },
      y: { range: (_plot, _low, high) => [0, Math.max(high * 1.12, 1e-9)] },
    },
    axes: [
      { ...axis, size: gap, incrs: [1, 2, 5, 10, 20, 50, 100], values: (_plot, marks) => roundsAt(marks) },
      { ...axis, size: isProjector ? 84 : 48, values: (_plot, marks) => marks.map(written) },
    ],
    series: [
      {},
      {
        stroke: OURS,
        width: isProjector ? 6 : 3,
        points: { show: true, size: isProjector ? 14 : 8, fill: OURS },
      },
      {
        stroke: OURS,
        width: isProjector ? 4 : 2,
        dash: isProjector ? [3, 9] : [2, 5],
        spanGaps: true,
        points: { show: true, size: isProjector ? 18 : 11, fill: token('white') },
      },
      {
        stroke: GHOST,
        width: isProjector ? 4 : 2,
        dash: isProjector ? [14, 10] : [7, 5],
        spanGaps: true,
        points: { show: false },
      },
    ],
  };
}

/** Draws the curve in an element, and again when the losses have changed. */
function useCurve(run: Learning, hasReference: boolean, isProjector: boolean) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const newest = useRef({ run, hasReference });
  newest.current = { run, hasReference };
  const data = (): uPlot.AlignedData => {
    const { places, ours, machine, reference } = curveLines(newest.current.run, newest.current.hasReference);
    return [[...places], [...ours], [...machine], [...reference]];
  };
  const roundsAt = (places: readonly number[]): string[] =>
    places.map((place) => String(roundAt(newest.current.run, place) ?? ''));
  useEffect(() => {
    const parent = frame.current!;
    const size = () => ({ width: parent.clientWidth, height: parent.clientHeight });
    const follow = new ResizeObserver(() => plot.current?.setSize(size()));
    let isGone = false;
    loadPlot().then(({ uPlot: Plot }) => {
      if (isGone) return;
      plot.current = new Plot(options(size(), isProjector, roundsAt), data(), parent);
      follow.observe(parent);
    }, notePartMissing);
    return () => {
      isGone = true;
      follow.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [isProjector]);
  useEffect(() => {
    plot.current?.setData(data());
    // Ticks below the axis can change although the axis keeps its length.
    plot.current?.redraw(false, true);
  }, [run.losses, run.referenceLosses]);
  return frame;
}

/** Loss after every round, as a curve and as a table: steps by the machine dotted, the reference run dashed. */
export function LossCurve({ run, isProjector = false, class: look = '' }: LossCurveProps) {
  const { losses, referenceLosses, movedBy } = run;
  const hasReference = referenceLosses.some((loss, i) => loss !== losses[i]);
  const hasMachine = movedBy.some(({ type }) => type === 'machine');
  const frame = useCurve(run, hasReference, isProjector);
  return (
    <div class={cx(styles.loss, isProjector && styles.lossLarge, look)}>
      <div
        class={styles.lossFrame}
        ref={frame}
        role="img"
        aria-label={
          t('loss.chart', { first: writtenLoss(losses[0] ?? 0), last: writtenLoss(losses.at(-1) ?? 0) }) +
          (hasReference ? ` ${t('loss.ghostChart', { last: writtenLoss(referenceLosses.at(-1)!) })}` : '')
        }
      />
      {(hasReference || hasMachine) && (
        <p class={styles.lossLegend} aria-hidden="true">
          <span class={styles.lossOurs}>{t('loss.ours')}</span>{' '}
          {hasMachine && <span class={styles.lossMachine}>{t('loss.machine')}</span>}{' '}
          {hasReference && (
            <span class={styles.lossReference} data-testid="loss-reference">
              {t('loss.ghost')}
            </span>
          )}
        </p>
      )}
      <LossTable run={run} hasReference={hasReference} />
    </div>
  );
}

interface LossTableProps {
  readonly run: Learning;
  readonly hasReference: boolean;
}

function LossTable({ run: { losses, referenceLosses, movedBy }, hasReference }: LossTableProps) {
  const cameOf = (i: number): string => {
    const moved = movedBy[i - 1];
    if (!moved) return t('loss.start');
    return moved.type === 'round' ? String(moved.round) : t('loss.machineSteps', { count: moved.steps });
  };
  return (
    // The table scrolls when it is long, also by keyboard.
    <div class={styles.lossTable} role="region" aria-label={t('loss.table')} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{t('loss.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('loss.after')}</th>
            <th scope="col">{t(hasReference ? 'loss.ours' : 'loss.value')}</th>
            {hasReference && <th scope="col">{t('loss.ghost')}</th>}
          </tr>
        </thead>
        <tbody>
          {losses
            .map((loss, i) => (
              <tr key={i}>
                <th scope="row">{cameOf(i)}</th>
                <td class="digits">{writtenLoss(loss)}</td>
                {hasReference && <td class="digits">{writtenLoss(referenceLosses[i]!)}</td>}
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </div>
  );
}
