import { fourFigures } from '../drawing/layout/text.ts';
import { escaped } from './svg/element.ts';

/** Blank to be written in, or the value in it. `part`: what is asked, as parts of questions are named. */
export function blank(value: number, isShown: boolean, part: string): string {
  const asked = part === '' ? '' : ` data-part="${escaped(part)}"`;
  return `<span data-paper="blank"${asked}>${isShown ? escaped(fourFigures(value)) : ''}</span>`;
}
