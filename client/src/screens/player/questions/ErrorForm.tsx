import { unitByName } from '@relay/shared/maths/unit';
import { t } from '../../../strings/language';
import { written } from '../../../picture/numbers/written';
import type { QuestionFormProps } from './questionForm';
import { LossFormula } from './LossFormula';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';
import styles from './ErrorForm.module.css';

const WIDTH = 300;
const ROW = 52;
const BAR = 24;

interface BarProps {
  readonly y: number;
  readonly t: number;
}

/** Output and target as two bars from a common zero line, with the difference between their ends hatched. */
function TwoBars({ y, t: target }: BarProps) {
  const low = Math.min(0, y, target);
  const high = Math.max(0, y, target);
  const atX = (value: number): number => 6 + ((value - low) / (high - low || 1)) * (WIDTH - 12);
  const bar = (value: number, row: number, kind: string) => (
    <rect
      class={cx(kind === 'output' ? styles.barOutput : styles.barTarget)}
      x={Math.min(atX(0), atX(value))}
      width={Math.max(2, Math.abs(atX(value) - atX(0)))}
      y={row * ROW + (ROW - BAR) / 2}
      height={BAR}
      rx="5"
    />
  );
  const [left, right] = [Math.min(atX(y), atX(target)), Math.max(atX(y), atX(target))];
  return (
    <svg
      class={styles.twoBars}
      viewBox={`0 0 ${WIDTH} ${2 * ROW}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <pattern
        id="bar-hatch"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path class={styles.barHatch} d="M0,0V7" />
      </pattern>
      <rect x={left} width={right - left} y="0" height={2 * ROW} fill="url(#bar-hatch)" />
      {bar(y, 0, 'output')}
      {bar(target, 1, 'target')}
      <path class={styles.barZero} d={`M${atX(0)},0V${2 * ROW}`} />
      <path class={styles.barEnd} d={`M${atX(y)},0V${2 * ROW}M${atX(target)},0V${2 * ROW}`} />
    </svg>
  );
}

/** Form for the error of an output unit under the session's loss. */
export function ErrorForm({ seat, facts, lines, onInsert, entry }: QuestionFormProps) {
  const { network, pass, sample } = facts;
  const { index } = unitByName(network, seat.unit)!;
  const values = { y: pass.outputs.at(-1)![index]!, t: sample.t[index]! };
  const isSoftmax = network.layers.at(-1)!.activation === 'softmax';
  return (
    <div class={askStyles.formula}>
      <div class={styles.bars}>
        {(['y', 't'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            class={cx(styles.barValue, 'digits')}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onInsert(written(values[kind]))}
          >
            <span class={askStyles.flowSource}>
              {t(kind === 'y' ? 'play.error.output' : 'play.error.target')}
            </span>
            <span>
              <i>{kind}</i> = {written(values[kind])}
            </span>
          </button>
        ))}
        <TwoBars {...values} />
      </div>
      <p class={styles.lossLine}>
        {isSoftmax ? t('play.error.softmax') : <LossFormula loss={network.loss} outputs={sample.t.length} />}
        <span class="hint">{t('play.error.text')}</span>
      </p>
      <div class={askStyles.lines}>
        {lines.map((line) =>
          entry(
            line,
            <math class={symbols.symbol}>
              <mfrac>
                <mrow>
                  <mo>∂</mo>
                  <mi>E</mi>
                </mrow>
                <mrow>
                  <mo>∂</mo>
                  <mi>y</mi>
                </mrow>
              </mfrac>
            </math>,
          ),
        )}
      </div>
    </div>
  );
}
