import type { Network } from '@relay/shared/maths/network';
import type { LaneView } from '@relay/shared/referee/view';
import { useMemo } from 'preact/hooks';
import { t } from '../../strings/language';
import { boundaryOf, rangeOf } from '../../view/boundary';
import { writtenShort } from '../../view/written';

interface BoundaryProps {
  readonly network: Network;
  /** Samples that the page knows. */
  readonly lanes: readonly LaneView[];
}

const CELLS = 24;
/** A side of the table that says the same to who cannot see it. */
const TABLE_CELLS = 5;
/** Blue for little, orange for much: told apart in every kind of colour vision, and by the shapes of the samples. */
const LOW = [47, 111, 222] as const;
const HIGH = [224, 122, 31] as const;
const PAPER = [255, 253, 247] as const;

/** A colour between the two, pale in the middle. @param share  in [0, 1] */
function colourAt(share: number): string {
  const [end, strength] = share < 0.5 ? [LOW, 1 - 2 * share] : [HIGH, 2 * share - 1];
  return `rgb(${end.map((value, i) => Math.round(PAPER[i]! + (value - PAPER[i]!) * strength * 0.85)).join(' ')})`;
}

/** What the first output says all over the square of both inputs, with the samples that it learns from. */
export function DecisionBoundary({ network, lanes }: BoundaryProps) {
  const range = rangeOf(lanes.map(({ x }) => x));
  const seen = useMemo(() => boundaryOf(network, range, CELLS), [network, range.join(' ')]);
  const middle = (seen.lowest + seen.highest) / 2;
  const share = (value: number): number =>
    seen.highest > seen.lowest ? (value - seen.lowest) / (seen.highest - seen.lowest) : 0.5;
  const place = (value: number): number => ((value - range[0]) / (range[1] - range[0])) * CELLS;
  return (
    <figure class="boundary">
      <svg viewBox={`-3 -1 ${CELLS + 4} ${CELLS + 5}`} role="img" aria-label={t('learning.boundary.label')}>
        {seen.values.map((row, r) =>
          row.map((value, c) => (
            <rect key={`${r}/${c}`} x={c} y={r} width={1.03} height={1.03} fill={colourAt(share(value))} />
          )),
        )}
        {lanes.map(({ sample, x, t: targets }) => (
          <Dot
            key={sample}
            x={place(x[0]!)}
            y={CELLS - place(x[1]!)}
            isHigh={targets[0]! >= middle}
            colour={colourAt(Math.min(1, Math.max(0, share(targets[0]!))))}
          />
        ))}
        <text class="boundary-axis" x={CELLS / 2} y={CELLS + 2.6} text-anchor="middle">
          x1
        </text>
        <text class="boundary-axis" x={-1.4} y={CELLS / 2} text-anchor="middle">
          x2
        </text>
      </svg>
      <figcaption class="hint">
        {t('learning.boundary.scale', { low: writtenShort(seen.lowest), high: writtenShort(seen.highest) })}
      </figcaption>
      <BoundaryTable network={network} range={range} />
    </figure>
  );
}

interface DotProps {
  readonly x: number;
  readonly y: number;
  readonly isHigh: boolean;
  readonly colour: string;
}

/** A sample: round where much is wanted, square where little is. */
function Dot({ x, y, isHigh, colour }: DotProps) {
  const look = { fill: colour, stroke: '#1F2430', 'stroke-width': 0.3 };
  return isHigh ? (
    <circle cx={x} cy={y} r={0.8} {...look} />
  ) : (
    <rect x={x - 0.7} y={y - 0.7} width={1.4} height={1.4} {...look} />
  );
}

function BoundaryTable({
  network,
  range,
}: Pick<BoundaryProps, 'network'> & { readonly range: readonly [number, number] }) {
  const { values } = boundaryOf(network, range, TABLE_CELLS);
  const at = (i: number): string =>
    writtenShort(range[0] + ((i + 0.5) * (range[1] - range[0])) / TABLE_CELLS);
  return (
    <table class="unseen">
      <caption>{t('learning.boundary.label')}</caption>
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
