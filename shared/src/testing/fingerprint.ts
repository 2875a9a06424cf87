/**
 * A value in one line: keys sorted, and every number as the sixteen hex digits of its float64, so that −0, NaN and the
 * last bit count. Two values are the same, bit for bit, exactly when their fingerprints are.
 *
 * @param value  plain data; `undefined` counts as absent
 */
export function fingerprint(value: unknown): string {
  if (typeof value === 'number') return bitsOf(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(fingerprint).join()}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${fingerprint(field)}`);
  return `{${fields.join()}}`;
}

const cell = new DataView(new ArrayBuffer(8));

function bitsOf(value: number): string {
  cell.setFloat64(0, value);
  return cell.getBigUint64(0).toString(16).padStart(16, '0');
}
