import { readNumber } from '../../src/question/numbers/readNumber.ts';

/** Draws a number in [0, 1), another at each call; repeatable, so that every run has the same students. */
export type Random = () => number;

export const pickOne = <T>(list: readonly T[], random: Random): T =>
  list[Math.floor(random() * list.length)]!;

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;

export const toFigures = (value: number, figures: number): number => Number(value.toPrecision(figures));
/** Rounds to the figures that are displayed. */
export const shown = (value: number): number => toFigures(value, 4);

/** Writes a number in all its digits, without a power of ten. */
export function plain(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const places = Math.min(100, Math.max(0, 6 - Math.floor(Math.log10(Math.abs(value)))));
  return value.toFixed(places);
}

/** Writes at least three figures: with fewer, a verdict could only ask for more. */
export const inDigits = (value: number): string =>
  value === 0 ? '0' : Number.isInteger(value) ? value.toFixed(2) : plain(value);

const wide = (text: string): string =>
  text.replace(/[0-9.+\-*/()]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const withPower = (text: string, sign: string): string => {
  const [mantissa, power] = Number(text).toExponential().split('e');
  return `${mantissa}${sign}${power!.replace('+', '')}`;
};

/** Spellings of a number or an expression by keyboards, phones and habits. */
const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  wide,
  (text) => text.replaceAll('-', '−'),
  (text) => text.replaceAll('-', '–'),
  (text) => text.replaceAll('.', ','),
  (text) => text.replaceAll('*', '×'),
  (text) => text.replaceAll('*', '·'),
  (text) => ` ${text} `,
  (text) => text.replaceAll('-', 'ー').replace(/ー(?![\d.])/g, '-'),
  (text) => text.replace(/(\d)\.(\d)/g, '$1。$2'),
  (text) => text.replace(/(?<!\d)0\./g, '.'),
];
/** Spellings of a plain number. */
const NUMBER_SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => withPower(text, 'e'),
  (text) => withPower(text, 'E'),
  (text) => withPower(text, '×10^'),
  (text) => (text.startsWith('-') ? text : `+${text}`),
  (text) => `${plain(toFigures(Number(text) * 100, 12))}/100`,
  (text) => (text.includes('.') ? `${text}0` : text),
];

export function spelled(text: string, random: Random): string {
  const isNumber = /^-?[\d.]+$/.test(text);
  const first = isNumber && random() < 0.4 ? pickOne(NUMBER_SPELLINGS, random)(text) : text;
  const raw = pickOne(SPELLINGS, random)(first);
  // Seen before sending: a text that is not read, like 1,234 and 2·3, is then written plainly.
  return readNumber(raw).ok ? raw : text;
}
