import { MAX_UNITS } from '@relay/shared/network/networkFile';
import { QUESTION_KINDS } from '@relay/shared/question/kinds';
import { type FileStep, PLAN_LIMITS } from '@relay/shared/referee/plan/planFile';
import { wordsIdIn } from '@relay/shared/referee/plan/planSteps';
import { ROUND_DIRECTIONS, SEAT_KINDS, STYLES, WEIGHT_MODES } from '@relay/shared/referee/session/settings';
import { LIMITS } from '@relay/shared/referee/session/state';
import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import { stepWords } from '../control/planWords';
import { ruleValue } from '../rules/ruleWords';
import { NumberField } from './NumberField';
import styles from './PlanEditor.module.css';

interface DetailsProps {
  readonly step: FileStep;
  readonly index: number;
  /** True where the step has been played: only its words can still be changed. */
  readonly isFixed: boolean;
  readonly onChange: (change: object) => void;
}

/** Rules that a planned round can have of its own, with their options. */
const CHOICES = {
  style: STYLES,
  asksFor: ROUND_DIRECTIONS,
  asks: QUESTION_KINDS,
  seat: SEAT_KINDS,
  weights: WEIGHT_MODES,
} as const;
type Choice = keyof typeof CHOICES;

/** Content of a step, and the words for it. */
export function StepDetails({ step, index, isFixed, onChange }: DetailsProps) {
  return (
    <div class={styles.details}>
      <p class="hint">{t(`plan.editor.typeTexts.${step.type}`)}</p>
      {step.type === 'round' && <Rules step={step} index={index} isFixed={isFixed} onChange={onChange} />}
      {(step.type === 'vote' || step.type === 'trial' || step.type === 'sheet') && (
        <NumberField
          id={`plan-seconds-${index}`}
          label={t('plan.editor.seconds')}
          value={step.seconds ?? (step.type === 'sheet' ? 90 : 60)}
          least={PLAN_LIMITS.leastSeconds}
          most={PLAN_LIMITS.seconds}
          isFixed={isFixed}
          onChange={(seconds) => onChange({ seconds })}
        />
      )}
      {step.type === 'trial' && (
        <Inputs x={step.x} index={index} isFixed={isFixed} onChange={(x) => onChange({ x })} />
      )}
      {step.type === 'machine' && (
        <NumberField
          id={`plan-steps-${index}`}
          label={t('plan.editor.machineSteps')}
          value={step.steps}
          least={1}
          most={LIMITS.machineSteps}
          isFixed={isFixed}
          onChange={(steps) => onChange({ steps })}
        />
      )}
      <Words step={step} index={index} onChange={onChange} />
    </div>
  );
}

interface RulesProps extends DetailsProps {
  readonly step: Extract<FileStep, { type: 'round' }>;
}

function Rules({ step, index, isFixed, onChange }: RulesProps) {
  const value = (name: Choice): string => step[name] ?? '';
  const text = (name: Choice, one: string): string => ruleValue(name, one as never);
  return (
    <>
      <div class={styles.rules}>
        {(Object.keys(CHOICES) as Choice[]).map((name) => (
          <label key={name} class={styles.rule}>
            {t(`rules.${name}.label`)}
            <select
              class={shared.input}
              value={value(name)}
              disabled={isFixed}
              onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value || undefined })}
            >
              <option value="">{t('plan.editor.asSession')}</option>
              {CHOICES[name].map((one) => (
                <option key={one} value={one}>
                  {text(name, one)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <div class={styles.rules}>
        {(['forwardSeconds', 'outputSeconds', 'hiddenSeconds'] as const).map((name) => (
          <NumberField
            key={name}
            id={`plan-${name}-${index}`}
            label={t(`plan.editor.${name}`)}
            value={step[name] ?? USUAL_SECONDS[name]}
            least={PLAN_LIMITS.leastSeconds}
            most={PLAN_LIMITS.seconds}
            isFixed={isFixed}
            onChange={(seconds) => onChange({ [name]: seconds })}
          />
        ))}
      </div>
    </>
  );
}

/** Times where a step names none: those of the lesson's settings, s. */
const USUAL_SECONDS = { forwardSeconds: 45, outputSeconds: 90, hiddenSeconds: 120 } as const;

interface InputsProps {
  readonly x: readonly number[];
  readonly index: number;
  readonly isFixed: boolean;
  readonly onChange: (x: readonly number[]) => void;
}

/** Numbers separated by blanks or commas; null where one is no number, or there are none or too many. */
function numbersIn(text: string): number[] | null {
  const numbers = text
    .split(/[\s,;、，]+/u)
    .filter((part) => part !== '')
    .map(Number);
  return numbers.length > 0 && numbers.length <= MAX_UNITS && numbers.every(Number.isFinite) ? numbers : null;
}

function Inputs({ x, index, isFixed, onChange }: InputsProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label class={styles.rule}>
      {t('plan.editor.inputs')}
      <input
        id={`plan-x-${index}`}
        class={shared.input}
        value={typed ?? x.join(' ')}
        disabled={isFixed}
        aria-invalid={typed !== null && numbersIn(typed) === null}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const numbers = numbersIn(currentTarget.value);
          if (numbers) onChange(numbers);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}

/** Words for the step; an empty field stands for those of the game. */
function Words({ step, index, onChange }: Omit<DetailsProps, 'isFixed'>) {
  const game = stepWords(wordsIdIn(step));
  const change = (name: 'name' | 'say' | 'short', typed: string): void =>
    onChange({ [name]: typed.trim() === '' ? undefined : typed });
  return (
    <>
      <label class={styles.rule}>
        {t('plan.editor.name')}
        <input
          id={`plan-name-${index}`}
          class={shared.input}
          maxLength={PLAN_LIMITS.nameLength}
          placeholder={game.name}
          value={step.name ?? ''}
          onInput={({ currentTarget }) => change('name', currentTarget.value)}
        />
      </label>
      {(['say', 'short'] as const).map((name) => (
        <label key={name} class={styles.rule}>
          {t(`plan.${name}`)}
          <textarea
            id={`plan-${name}-${index}`}
            class={cx(shared.input, styles.words)}
            rows={4}
            maxLength={PLAN_LIMITS.wordsLength}
            placeholder={game[name]}
            value={step[name] ?? ''}
            onInput={({ currentTarget }) => change(name, currentTarget.value)}
          />
        </label>
      ))}
    </>
  );
}
