import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BROKEN_FILES, GOOD_FILES } from '../../testing/brokenFiles.ts';
import { runs } from '../../testing/effort.ts';
import { FILE_FAULT_WORDS } from '../../strings/fileFault.ts';
import { type Language, LANGUAGES } from '../../strings/languages.ts';
import { PRESETS } from '../presets.ts';
import { faultSentence } from './faultSentence.ts';
import { readJson } from './readJson.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const read = (bytes: Uint8Array) => readJson(bytes, decode);
const readText = (text: string) => read(new TextEncoder().encode(text));

describe.each(BROKEN_FILES)('$name', ({ bytes, id, at }) => {
  test('is told its fault and place', () => {
    const result = read(bytes);
    expect(result.ok ? result.value : result.fault).toMatchObject({ id });
    const place = result.ok ? undefined : result.fault.place;
    expect(place ? [place.line, place.column] : null).toEqual(at);
  });

  test('has a sentence without gaps in every language, and other words in each', () => {
    const result = read(bytes);
    if (result.ok) throw new Error('the file was read');
    const sentences = LANGUAGES.map((language) => faultSentence(result.fault, 'net.json', language));
    for (const sentence of sentences) {
      expect(sentence).toContain('net.json');
      expect(sentence).not.toMatch(/\{\{|undefined/u);
    }
    expect(new Set(sentences).size).toBe(LANGUAGES.length);
  });
});

test('cases: every kind of fault is among them, but a file that cannot be read', () => {
  const { placed, whole } = FILE_FAULT_WORDS.en;
  const ids = [...Object.keys(placed), ...Object.keys(whole)].filter((id) => id !== 'unreadable');
  expect([...new Set(BROKEN_FILES.map(({ id }) => id))].toSorted()).toEqual(ids.toSorted());
});

test.each(GOOD_FILES)('%s: is read', (_, bytes, text) => {
  expect(read(bytes)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
});

test('sentences: say where it is and what to do', () => {
  const said = (text: string, language: Language): string => {
    const result = readText(text);
    return result.ok ? 'read' : faultSentence(result.fault, 'a.json', language);
  };
  expect(said('{\n  "name": "A", // mine\n}', 'en')).toBe(
    '“a.json”, line 2, column 16: JSON has no comments. Delete this one.',
  );
  expect(said('{\n  "name": “A”\n}', 'ja')).toBe(
    '「a.json」の2行目11文字目：“ は JSON の引用符ではありません。ここも、ほかのところも、半角の " に直してください。',
  );
  expect(said('{ "a": [1, 2\n', 'en')).toBe(
    '“a.json”, line 1, column 8: this [ is never closed: the file ends in line 1. Add the ] that is missing.',
  );
});

/** Deep structure of presets as text, indented or not. */
const texts = fc
  .tuple(fc.constantFrom(...PRESETS.filter(({ id }) => id !== 'moons')), fc.constantFrom(0, 2))
  .map(([{ file }, indent]) => JSON.stringify(file, null, indent));
const SIGNS = [...'{}[]":,.-+0159eE \n\t\\/*#;\'“”−：NaNtrue'];

test('a text with a few changed characters: is read exactly if JSON.parse reads it, or has a place in it', () => {
  const changes = fc.array(
    fc.record({ at: fc.nat(), drop: fc.constantFrom(0, 1, 1, 3), by: fc.constantFrom('', '', ...SIGNS) }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(texts, changes, (good, edits) => {
      const text = edits.reduce((now, { at, drop, by }) => {
        const index = at % (now.length + 1);
        return now.slice(0, index) + by + now.slice(index + drop);
      }, good);
      const parsed = parse(text);
      const result = readText(text);
      if (result.ok) {
        expect(parsed).toEqual({ isRead: true, value: result.value });
        return;
      }
      if (result.fault.place) {
        const lines = text.split('\n');
        expect(result.fault.place.line).toBeLessThanOrEqual(lines.length);
        expect(result.fault.place.column).toBeLessThanOrEqual(lines[result.fault.place.line - 1]!.length + 1);
      }
      // Refused beyond JSON.parse are fields that stand twice.
      if (parsed.isRead && text.trim() !== '') expect(result.fault.id).toBe('duplicate');
    }),
    { numRuns: runs(3_000, 30_000) },
  );
});

function parse(text: string): { readonly isRead: boolean; readonly value?: unknown } {
  try {
    return { isRead: true, value: JSON.parse(text) as unknown };
  } catch {
    return { isRead: false };
  }
}

test('any JSON: is read as JSON.parse reads it; any bytes: never an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(readText(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
    }),
    { numRuns: runs(500, 5_000) },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const result = read(bytes);
      if (!result.ok) expect(faultSentence(result.fault, 'a', 'en')).not.toMatch(/\{\{|undefined/u);
    }),
    { numRuns: runs(2_000, 20_000) },
  );
});

test('a fault put between two tokens of a preset: is found in its line and column', () => {
  const tokens = /(?<=[[\]{},:] ?)/gu;
  fc.assert(
    fc.property(texts, fc.nat(), fc.constantFrom('/*x*/', '“', '#', '\u3000'), (good, n, put) => {
      const gaps = [...good.matchAll(tokens)]
        .map(({ index }) => index)
        .filter((index) => !isInText(good, index));
      const index = gaps[n % gaps.length]!;
      const before = good.slice(0, index).split('\n');
      const result = readText(good.slice(0, index) + put + good.slice(index));
      expect(result.ok ? null : result.fault.place).toEqual({
        line: before.length,
        column: before.at(-1)!.length + 1,
      });
    }),
    { numRuns: runs(500, 5_000) },
  );
});

/** Tells whether an index lies inside of quotation marks. The presets have no escapes. */
const isInText = (text: string, index: number): boolean => text.slice(0, index).split('"').length % 2 === 0;
