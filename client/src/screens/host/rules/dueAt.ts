/** Format of `<input type="datetime-local">`: the browser's own time zone, to the minute. */

const two = (value: number): string => String(value).padStart(2, '0');

export function toLocalText(at: number): string {
  const date = new Date(at);
  const day = [String(date.getFullYear()).padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())];
  return `${day.join('-')}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** @returns ms since the epoch; null for an empty or invalid text */
export function fromLocalText(text: string): number | null {
  const at = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d/u.test(text) ? new Date(text).getTime() : Number.NaN;
  return Number.isFinite(at) ? at : null;
}
