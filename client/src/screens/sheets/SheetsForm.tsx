import type { ComponentChildren } from 'preact';
import { MAX_GRADIENTS } from '@relay/shared/sheet/chooseEdges';
import { edgeName, type WeightRef } from '@relay/shared/maths/unit';
import { t } from '../../strings/language';
import shared from '../parts/shared.module.css';
import { NetworkField } from '../host/NetworkField';
import { type Sheet, edgesAsked, everyWeight, networkAsked } from './sheet';
import styles from './Sheets.module.css';

interface FieldsProps {
  readonly sheet: Sheet;
  readonly onChange: (change: Partial<Sheet>) => void;
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ComponentChildren;
}

export function Choice({ id, label, value, onChoose, children }: ChoiceProps) {
  return (
    <div class={shared.field}>
      <label for={id}>{label}</label>
      <select
        id={id}
        class={shared.input}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {children}
      </select>
    </div>
  );
}

export function Tick({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label class={styles.tick}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

const same = (a: WeightRef, b: WeightRef): boolean =>
  a.layer === b.layer && a.from === b.from && a.to === b.to;

/** Weights to choose from, folded away: without a choice they are drawn by the seed. */
function Weights({ sheet, onChange }: FieldsProps) {
  const network = networkAsked(sheet);
  const asked = edgesAsked(sheet);
  const toggle = (edge: WeightRef, isOn: boolean): void => {
    const others = sheet.chosen.filter((one) => !same(one, edge));
    onChange({ chosen: isOn ? [...others, edge].slice(-MAX_GRADIENTS) : others });
  };
  return (
    <details class={styles.weights}>
      <summary>
        {t('sheets.weights')}{' '}
        <span class="muted">
          {t('sheets.chosen', { edges: asked.map((edge) => edgeName(network, edge)).join(', ') || '–' })}
        </span>
      </summary>
      <div class={styles.ticks}>
        {everyWeight(network).map((edge) => (
          <Tick
            key={edgeName(network, edge)}
            label={edgeName(network, edge)}
            isOn={sheet.chosen.some((one) => same(one, edge))}
            onChange={(isOn) => toggle(edge, isOn)}
          />
        ))}
      </div>
    </details>
  );
}

/** Choices of the questions: sample, how many gradients, which, and how much is shown. */
function Questions({ sheet, onChange }: FieldsProps) {
  const counts = Array.from({ length: MAX_GRADIENTS + 1 }, (_, count) => count);
  return (
    <div class={styles.row}>
      <Choice
        id="sheet-sample"
        label={t('sheets.sample')}
        value={String(sheet.sample)}
        onChoose={(value) => onChange({ sample: Number(value) })}
      >
        {Array.from({ length: sheet.samples }, (_, i) => (
          <option key={i} value={i}>
            {i + 1}
          </option>
        ))}
      </Choice>
      <Choice
        id="sheet-count"
        label={t('sheets.gradients')}
        value={String(sheet.count)}
        onChoose={(value) => onChange({ count: Number(value), chosen: [] })}
      >
        {counts.map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </Choice>
      <div class={shared.field}>
        <label for="sheet-seed">{t('sheets.seed')}</label>
        <input
          id="sheet-seed"
          class={shared.input}
          type="number"
          min={0}
          max={999_999}
          value={sheet.seed}
          onInput={(event) =>
            onChange({ seed: Math.trunc(Math.abs(event.currentTarget.valueAsNumber || 0)), chosen: [] })
          }
        />
      </div>
      <Choice
        id="sheet-places"
        label={t('sheets.places')}
        value={sheet.places}
        onChoose={(value) => onChange({ places: value === 'slots' ? 'slots' : 'empty' })}
      >
        <option value="empty">{t('sheets.placesOptions.empty')}</option>
        <option value="slots">{t('sheets.placesOptions.slots')}</option>
      </Choice>
    </div>
  );
}

/** Choices for a sheet. */
export function SheetsForm({ sheet, onChange }: FieldsProps) {
  return (
    <div class={styles.form}>
      <NetworkField
        network={sheet.network}
        own={sheet.own}
        onChoose={(network, own) => onChange({ network, own, sample: 0, chosen: [], subject: 'network' })}
      />
      <Questions sheet={sheet} onChange={onChange} />
      <Weights sheet={sheet} onChange={onChange} />
      <Tick
        label={t('sheets.solutions')}
        isOn={sheet.hasSolutions}
        onChange={(hasSolutions) => onChange({ hasSolutions })}
      />
    </div>
  );
}
