import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { stepsToLeaveOut } from '@relay/shared/lesson/leaveOut';
import { minutesOf, PLAN_LIMITS, type PlanFile } from '@relay/shared/referee/plan/planFile';
import { sessionPlanOf, wordsIdIn } from '@relay/shared/referee/plan/planSteps';
import { readPlanFile } from '@relay/shared/referee/plan/readPlanFile';
import { language, t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import { say } from '../../announcer';
import shared from '../../parts/shared.module.css';
import { stepWords } from '../control/planWords';
import { ADDABLE, type Addable, addStep, canMove, changeStep, moveStep, removeSteps } from './edit';
import { NumberField } from './NumberField';
import styles from './PlanEditor.module.css';
import { StepDetails } from './StepDetails';

export interface PlanEditorProps {
  readonly plan: PlanFile;
  /** Number of steps at the beginning that have been played, and can no longer be changed. */
  readonly played: number;
  readonly onChange: (plan: PlanFile) => void;
}

/** Name of a step: the host's own, else that of the game. */
const nameOf = (plan: PlanFile, index: number): string => {
  const step = plan.steps[index]!;
  return step.name ?? stepWords(wordsIdIn(step)).name;
};

/** List of the steps of a plan, to be added, moved, changed and taken out. */
export function PlanEditor({ plan, played, onChange }: PlanEditorProps) {
  const [opened, setOpened] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const focusMoved = useFocusAfterMove(list);
  const starts = (index: number): number => minutesOf(plan.steps.slice(0, index));
  const remove = (index: number): void => {
    say(t('plan.editor.removed', { name: nameOf(plan, index) }));
    onChange(removeSteps(plan, [index]));
    setOpened(null);
    list.current?.focus();
  };
  return (
    <div class={styles.editor}>
      <Total plan={plan} played={played} onChange={onChange} />
      <ol class={styles.steps} ref={list} tabIndex={-1} aria-label={t('plan.editor.steps')}>
        {plan.steps.map((step, index) => (
          <li key={index} class={cx(styles.step, index < played && styles.isPlayed)}>
            <Row
              plan={plan}
              played={played}
              index={index}
              starts={starts(index)}
              isOpen={opened === index}
              onOpen={() => setOpened(opened === index ? null : index)}
              onMove={(by) => {
                onChange(moveStep(plan, index, by));
                focusMoved(index + by, by);
                setOpened(null);
                say(t('plan.editor.moved', { name: nameOf(plan, index), place: index + by + 1 }));
              }}
              onRemove={() => remove(index)}
              onChange={(change) => onChange(changeStep(plan, index, change))}
            />
            {opened === index && (
              <StepDetails
                step={step}
                index={index}
                isFixed={index < played}
                onChange={(change) => onChange(changeStep(plan, index, change))}
              />
            )}
          </li>
        ))}
      </ol>
      {plan.steps.length < PLAN_LIMITS.steps && (
        <AddStep
          onAdd={(what) => {
            onChange(addStep(plan, what));
            say(t('plan.editor.added', { name: t(`plan.editor.types.${what}`) }));
          }}
        />
      )}
      <Problems plan={plan} />
    </div>
  );
}

/** Moves the focus along with a step that was moved: to its other button where it can go no further. */
function useFocusAfterMove(list: RefObject<HTMLOListElement | null>): (index: number, by: -1 | 1) => void {
  const next = useRef<{ readonly index: number; readonly by: -1 | 1 } | null>(null);
  useLayoutEffect(() => {
    if (!next.current) return;
    const { index, by } = next.current;
    next.current = null;
    const [up, down] =
      list.current?.children[index]?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [];
    const [same, other] = by < 0 ? [up, down] : [down, up];
    (same?.disabled === false ? same : other)?.focus();
  });
  return (index, by) => {
    next.current = { index, by };
  };
}

/** Minutes of all steps against the bell, and steps to leave out where they are too many. */
function Total({ plan, played, onChange }: PlanEditorProps) {
  const total = minutesOf(plan.steps);
  const bell = plan.bell ?? total;
  const over = total - bell;
  const out = over > 0 ? stepsToLeaveOut(plan.steps, played, over) : [];
  return (
    <div class={styles.total}>
      <NumberField
        id="plan-bell"
        label={t('plan.editor.bell')}
        value={bell}
        least={1}
        most={PLAN_LIMITS.minutes}
        onChange={(minutes) => onChange({ ...plan, bell: minutes })}
      />
      <p class={cx(styles.sum, over > 0 && styles.isOver)} role="status" data-testid="plan-total">
        {over > 0
          ? t('plan.editor.over', { total, bell, count: over })
          : over < 0
            ? t('plan.editor.under', { total, bell, count: -over })
            : t('plan.editor.fits', { total })}
      </p>
      {out.length > 0 && (
        <p class={styles.out}>
          {t('plan.editor.leaveOut', {
            names: out.map((index) => nameOf(plan, index)).join(t('plan.editor.and')),
          })}{' '}
          <button
            type="button"
            class={cx(shared.button, shared.buttonSmall)}
            onClick={() => onChange(removeSteps(plan, out))}
          >
            {t('plan.editor.leaveOutNow')}
          </button>
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly plan: PlanFile;
  readonly played: number;
  readonly index: number;
  /** Minute at which the step begins. */
  readonly starts: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onChange: (change: object) => void;
}

function Row({ plan, played, index, starts, isOpen, onOpen, onMove, onRemove, onChange }: RowProps) {
  const step = plan.steps[index]!;
  const name = nameOf(plan, index);
  const mayGo = index >= played && step.type !== 'join' && step.type !== 'podium';
  return (
    <div class={styles.row}>
      <span class={cx(styles.minute, 'digits')}>{t('plan.editor.minute', { minute: starts })}</span>
      <button type="button" class={styles.name} aria-expanded={isOpen} onClick={onOpen}>
        {name}
      </button>
      <NumberField
        id={`plan-minutes-${index}`}
        label={t('plan.editor.minutesOf', { name })}
        isLabelHidden
        value={step.minutes}
        least={0}
        most={PLAN_LIMITS.stepMinutes}
        onChange={(minutes) => onChange({ minutes })}
      />
      <span class={styles.buttons}>
        {([-1, 1] as const).map((by) => (
          <button
            key={by}
            type="button"
            class={styles.small}
            data-move
            disabled={!canMove(plan, played, index, by)}
            aria-label={t(by < 0 ? 'plan.editor.up' : 'plan.editor.down', { name })}
            onClick={() => onMove(by)}
          >
            {by < 0 ? '↑' : '↓'}
          </button>
        ))}
        <button
          type="button"
          class={styles.small}
          disabled={!mayGo}
          aria-label={t('plan.editor.remove', { name })}
          onClick={onRemove}
        >
          ×
        </button>
      </span>
    </div>
  );
}

function AddStep({ onAdd }: { readonly onAdd: (what: Addable) => void }) {
  const [what, setWhat] = useState<Addable>('round');
  return (
    <div class={styles.add}>
      <label for="plan-add">{t('plan.editor.add')}</label>
      <select
        id="plan-add"
        class={cx(shared.input, styles.addWhat)}
        value={what}
        onChange={(event) => setWhat(ADDABLE.find((one) => one === event.currentTarget.value) ?? 'round')}
      >
        {ADDABLE.map((one) => (
          <option key={one} value={one}>
            {t(`plan.editor.types.${one}`)}
          </option>
        ))}
      </select>
      <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={() => onAdd(what)}>
        {t('plan.editor.addNow')}
      </button>
    </div>
  );
}

/** Problems of the plan, each with the name of its step. */
function Problems({ plan }: { readonly plan: PlanFile }) {
  const read = readPlanFile(JSON.parse(JSON.stringify(plan)), language());
  if (read.ok) return null;
  const names = sessionPlanOf(plan).steps.length > 0 ? plan.steps.map((_, i) => nameOf(plan, i)) : [];
  return (
    <ul class={styles.problems} role="alert">
      {read.problems.map(({ path, expected }) => (
        <li key={path}>
          <b>{placeOf(path, names)}</b> {expected}
        </li>
      ))}
    </ul>
  );
}

/** Place of a problem, `steps[3].x` as "4 Vote: x". */
function placeOf(path: string, names: readonly string[]): string {
  const [, index, field] = /^steps\[(\d+)\](?:\.(.+))?$/u.exec(path) ?? [];
  if (index === undefined) return path;
  return `${Number(index) + 1} ${names[Number(index)] ?? ''}${field === undefined ? '' : ` (${field})`}`;
}
