import { t } from '../../../strings/language';

interface ValueProps {
  /** What it is called in the formula: w, G, η. */
  readonly symbol: string;
  readonly name: string;
  readonly value: string;
  readonly onInsert: (value: string) => void;
}

/** A value that is given. A tap puts it into the line. */
export function Value({ symbol, name, value, onInsert }: ValueProps) {
  return (
    <button
      type="button"
      class="value is-given"
      title={t('play.insertHint')}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onInsert(value)}
    >
      <span class="value-symbol" aria-hidden="true">
        {symbol}
      </span>
      <span class="value-number digits">{value}</span>
      <span class="value-name">{name}</span>
    </button>
  );
}
