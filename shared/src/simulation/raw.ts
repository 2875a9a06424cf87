import { formOf, optionsOf, type Part, type Truth } from '../question/part.ts';
import type { SeededRandom } from './seededRandom.ts';

/** Answers as a player of a certain skill types them. */

const JUNK = ['', 'not a number', '1,2,3', '--4', '9'.repeat(400), '∞', '0x10', '1e999', 'h1 h2'] as const;

function rightFor(truth: Truth, part: Part): string | undefined {
  const value = truth[part === 'extra' ? 'G' : part];
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** An answer from a named mistake or an altered number, now and then right by random. */
function wrongFor(random: SeededRandom, truth: Truth, part: Part, right: string): string {
  switch (formOf(part)) {
    case 'places': {
      const places = right.split(' ');
      return random.is(0.7)
        ? places.slice(1).join(' ') || 'w:x1→h1'
        : [...places, places[0]].reverse().join(' ');
    }
    case 'choice':
      return random.of(optionsOf(part).filter((option) => option !== right));
    case 'number': {
      const others = Object.values(truth).filter((value) => typeof value === 'number');
      const value = Number(right);
      return String(
        random.of([-value, 2 * value, 1 + 1.5 * value, ...others.filter((other) => other !== value)]),
      );
    }
  }
}

/** A number in writing: with all digits, with those shown, or with too few. */
function written(random: SeededRandom, right: string): string {
  const value = Number(right);
  if (right === '' || Number.isNaN(value)) return right;
  return random.weighted([
    [6, right],
    [3, value.toPrecision(4)],
    [1, value.toPrecision(1)],
    [1, `${right} * 1`],
  ]);
}

/** Text of an answer that was given before, written in some other way. */
export function typedAgain(random: SeededRandom, raw: string): string {
  const parts = raw.split(' ');
  if (parts.every((place) => /^[a-z]+:/u.test(place))) return [...parts].reverse().join(' ');
  return random.of([raw, `${raw} `, `(${raw})`, `1 × (${raw})`, raw.replaceAll('-', '\u2212')]);
}

/** @param skill  probability of a right answer, [0, 1] */
export function typed(random: SeededRandom, truth: Truth, part: Part, skill: number): string {
  const right = rightFor(truth, part);
  if (right === undefined || random.is(0.06)) return random.of(JUNK);
  return random.is(skill) ? written(random, right) : wrongFor(random, truth, part, right);
}
