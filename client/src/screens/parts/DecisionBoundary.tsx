import { type Network, type Sample, unitsInLayer, type Vector } from '@relay/shared/maths/network';
import { useMemo, useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { boundaryOf, rangeOf } from '../../picture/activities/boundary';
import { written, writtenShort } from '../../picture/numbers/written';
import { channels, token } from '../../styles/token';
import { cx } from '../../styles/cx';
import shared from './shared.module.css';
import styles from './DecisionBoundary.module.css';

interface BoundaryProps {
  readonly network: Network;
  /** Training data. */
  readonly samples: readonly Sample[];
  /** Inputs of a trial, marked in the plot. */
  readonly asked?: Vector;
  /** True while the outputs are hidden; targets stay visible. */
  readonly isCovered?: boolean;
}

const CELLS = 24;
/** Samples labelled at most: more labels would overlap. */
const LABELLED = 12;
/** Rows and columns of the table that says the same to screen readers. */
const TABLE_CELLS = 5;
/**
 * Blue for low, orange for high outputs: distinguishable in every kind of colour vision, and by the shapes of the
 * samples.
 */
const LOW = channels('scale-low');
const HIGH = channels('scale-high');
const PAPER = channels('paper');

/** Interpolates between the two colours, pale in the middle. @param share  in [0, 1] */
function colourAt(share: number): string {
  const [end, strength] = share < 0.5 ? [LOW, 1 - 2 * share] : [HIGH, 2 * share - 1];
  return `rgb(${end.map((value, i) => Math.round(PAPER[i]! + (value - PAPER[i]!) * strength * 0.85)).join(' ')})`;
}

/** Outputs of the network over the square of both inputs, with the training data on top. */
export function DecisionBoundary({ network, samples, asked, isCovered = false }: BoundaryProps) {
  const [output, choose] = useState(0);
  const range = rangeOf([...samples.map(({ x }) => x), ...(asked ? [asked] : [])]);
  const seen = useMemo(() => boundaryOf(network, range, CELLS, output), [network, range.join(' '), output]);
  const [low, high] = isCovered ? extremes(samples, output) : [seen.lowest, seen.highest];
  const share = (value: number): number =>
    high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
  const place = (value: number): number => ((value - range[0]) / (range[1] - range[0])) * CELLS;
  const unit = `y${output + 1}`;
  return (
    <figure class={styles.boundary}>
      <Outputs count={unitsInLayer(network, network.layers.length)} chosen={output} onChoose={choose} />
      <svg
        viewBox={`-3 -1 ${CELLS + 4} ${CELLS + 5}`}
        role="img"
        aria-label={t(isCovered ? 'learning.boundary.taught' : 'learning.boundary.label', { output: unit })}
      >
        {isCovered ? (
          <rect class={styles.boundaryPaper} x={0} y={0} width={CELLS} height={CELLS} />
        ) : (
          seen.values.map((row, r) =>
            row.map((value, c) => (
              <rect key={`${r}/${c}`} x={c} y={r} width={1.03} height={1.03} fill={colourAt(share(value))} />
            )),
          )
        )}
        <path class={styles.boundaryNoughts} d={`M${place(0)} 0V${CELLS}M0 ${CELLS - place(0)}H${CELLS}`} />
        {samples.map(({ x, t: targets }, i) => (
          <Dot
            key={i}
            x={place(x[0]!)}
            y={CELLS - place(x[1]!)}
            isHigh={targets[output]! >= (low + high) / 2}
            colour={colourAt(share(targets[output]!))}
            label={isCovered && samples.length <= LABELLED ? written(targets[output]!) : null}
          />
        ))}
        {asked && <Asked x={place(asked[0]!)} y={CELLS - place(asked[1]!)} />}
        <text class={styles.boundaryAxis} x={CELLS / 2} y={CELLS + 2.6} text-anchor="middle">
          x1
        </text>
        <text class={styles.boundaryAxis} x={-1.4} y={CELLS / 2} text-anchor="middle">
          x2
        </text>
      </svg>
      <figcaption class="hint">
        {isCovered
          ? t('learning.boundary.shapes', { output: unit })
          : t('learning.boundary.scale', { low: writtenShort(low), high: writtenShort(high) })}
      </figcaption>
      {!isCovered && <BoundaryTable network={network} range={range} output={output} />}
    </figure>
  );
}

/** Smallest and largest target of one output. */
function extremes(samples: readonly Sample[], output: number): readonly [number, number] {
  const wanted = samples.map(({ t: targets }) => targets[output]!);
  return [Math.min(...wanted), Math.max(...wanted)];
}

interface OutputsProps {
  readonly count: number;
  readonly chosen: number;
  readonly onChoose: (output: number) => void;
}

/** Selects the output to be shown, where there are several. */
function Outputs({ count, chosen, onChoose }: OutputsProps) {
  if (count < 2) return null;
  return (
    <div class={styles.boundaryOutputs} role="group" aria-label={t('learning.boundary.outputs')}>
      {Array.from({ length: count }, (_, output) => (
        <button
          key={output}
          type="button"
          class={cx(shared.button, styles.button, shared.buttonSmall)}
          aria-pressed={output === chosen}
          onClick={() => onChoose(output)}
        >
          {`y${output + 1}`}
        </button>
      ))}
    </div>
  );
}

/** Marks the inputs of a trial. */
function Asked({ x, y }: Pick<DotProps, 'x' | 'y'>) {
  return (
    <text class={styles.boundaryAsked} x={x} y={y + 0.9} text-anchor="middle">
      ?
    </text>
  );
}

interface DotProps {
  readonly x: number;
  readonly y: number;
  readonly isHigh: boolean;
  readonly colour: string;
  /** Target, written beside the dot. */
  readonly label: string | null;
}

/** A sample: round for a high target, square for a low one. */
function Dot({ x, y, isHigh, colour, label }: DotProps) {
  const look = { fill: colour, stroke: token('ink'), 'stroke-width': 0.3 };
  return (
    <>
      {isHigh ? (
        <circle cx={x} cy={y} r={0.8} {...look} />
      ) : (
        <rect x={x - 0.7} y={y - 0.7} width={1.4} height={1.4} {...look} />
      )}
      {label !== null && (
        <text class={styles.boundaryLabel} x={x} y={y + 2.6} text-anchor="middle">
          {label}
        </text>
      )}
    </>
  );
}

interface TableProps {
  readonly network: Network;
  readonly range: readonly [number, number];
  readonly output: number;
}

function BoundaryTable({ network, range, output }: TableProps) {
  const { values } = boundaryOf(network, range, TABLE_CELLS, output);
  const at = (i: number): string =>
    writtenShort(range[0] + ((i + 0.5) * (range[1] - range[0])) / TABLE_CELLS);
  return (
    <table class="visually-hidden">
      <caption>{t('learning.boundary.label', { output: `y${output + 1}` })}</caption>
      <thead>
        <tr>
          <th scope="col">{'x2 \u2193 x1 \u2192'}</th>
          {values.map((_, c) => (
            <th key={c} scope="col">
              {at(c)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map((row, r) => (
          <tr key={r}>
            <th scope="row">{at(TABLE_CELLS - 1 - r)}</th>
            {row.map((value, c) => (
              <td key={c}>{writtenShort(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
