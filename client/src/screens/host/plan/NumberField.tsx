import { useState } from 'preact/hooks';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './PlanEditor.module.css';

interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly isFixed?: boolean;
  readonly onChange: (value: number) => void;
}

/** Field for a whole number. What is typed counts once it is a number within the limits; the field says otherwise. */
export function NumberField({
  id,
  label,
  isLabelHidden = false,
  value,
  least,
  most,
  isFixed = false,
  onChange,
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isGood = (text: string): boolean =>
    /^\d+$/u.test(text.trim()) && Number(text) >= least && Number(text) <= most;
  return (
    <span class={styles.number}>
      <label for={id} class={cx(isLabelHidden && 'visually-hidden')}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        class={cx(shared.input, styles.numberInput, 'digits')}
        value={typed ?? String(value)}
        disabled={isFixed}
        aria-invalid={typed !== null && !isGood(typed)}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          if (isGood(currentTarget.value)) onChange(Number(currentTarget.value));
        }}
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}
