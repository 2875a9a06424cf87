/** Significant figures that are asked for. */
export const FIGURES_ASKED = 3;
/** Significant figures of a step that the weight after it has to show. */
const FIGURES_OF_STEP = 2;
/** Decimals of a value that is 0. */
const DECIMALS_OF_ZERO = 3;
/** Limit of decimals that are asked for. */
const MAX_DECIMALS = 12;

/** Position of the last of `figures` significant figures, counted in decimals; negative left of the point. Not for 0. */
export function lastDecimal(value: number, figures: number): number {
  return figures - 1 - Math.floor(Math.log10(Math.abs(value)));
}

/** Half a unit of the last of `figures` significant figures; 0 for 0, which has none. */
export function halfUnit(value: number, figures: number): number {
  return value === 0 ? 0 : 0.5 * 10 ** -lastDecimal(value, figures);
}

/** Number of decimals in which a value has as many figures as asked. */
export function decimalsOf(value: number): number {
  const decimals =
    value === 0 || !Number.isFinite(value) ? DECIMALS_OF_ZERO : lastDecimal(value, FIGURES_ASKED);
  return Math.min(MAX_DECIMALS, Math.max(0, decimals));
}

/** Number of decimals in which the weight after a step shows the step, and has as many figures as asked. */
export function decimalsAfterStep(next: number, step: number): number {
  if (step === 0 || !Number.isFinite(step)) return decimalsOf(next);
  return Math.min(MAX_DECIMALS, Math.max(decimalsOf(next), lastDecimal(step, FIGURES_OF_STEP)));
}

/** Number of decimals with which a plain number was typed. */
export function decimalsTyped(raw: string, value: number, figures: number): number {
  if (value !== 0) return lastDecimal(value, figures);
  return /[.,](\d*)/u.exec(raw.normalize('NFKC'))?.[1]?.length ?? 0;
}
