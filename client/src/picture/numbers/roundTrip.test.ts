import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { presetById } from '@relay/shared/network/presets';
import { networkOf } from '@relay/shared/network/networkFile';
import { notFiniteAt, solve } from '@relay/shared/network/solution';
import { workingLines } from '@relay/shared/network/working';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import { LANGUAGES } from '@relay/shared/strings/languages';
import { networks } from '@relay/shared/testing/arbitraries';
import { runs } from '@relay/shared/testing/effort';
import { expect, test } from 'vitest';
import { STRINGS } from '../../strings/tables';
import { shortFigures, threeFigures } from '@relay/shared/drawing/layout/text';
import { written, writtenFull, writtenLoss, writtenPrecisely, writtenRoughly, writtenShort } from './written';

/** Round trip: the text of every number that the game writes is read as the number that it shows. */

const FORMATTERS = {
  written,
  writtenFull,
  writtenLoss,
  writtenPrecisely,
  writtenRoughly,
  writtenShort,
  threeFigures,
  shortFigures,
};

/** Files that turn numbers into text: formatters, which are tested here, and others with the reason why they are not. */
const WRITERS: Readonly<Record<string, string>> = {
  'client/src/picture/numbers/written.ts': 'formatters',
  'shared/src/drawing/layout/text.ts': 'formatters',
  'shared/src/receipt/spreadsheet.ts': 'workings: describe/workingRead.test.ts',
  'shared/src/network/working.ts': 'workings: below',
  'shared/src/receipt/writeBackward.ts': 'a number for a label of a spreadsheet',
  'shared/src/drawing/parts/characterParts.ts': 'name of a texture',
  'shared/src/drawing/parts/ink.ts': 'coordinates',
  'client/src/scenes/edgeView.ts': 'a number in motion, for shortFigures',
  'client/src/picture/activities/trial.ts': 'positions of ticks',
  'client/src/screens/home/HomeNet.tsx': 'loss of the training on the front page',
  'client/src/screens/player/ActivationCurve.tsx': 'coordinates',
  'client/src/screens/host/glance/LossMultiples.tsx': 'coordinates',
  'shared/src/sheet/svg/edgeSvg.ts': 'coordinates',
  'shared/src/sheet/svg/networkSvg.ts': 'coordinates',
  'shared/src/sheet/svg/pen.ts': 'coordinates',
  'client/src/screens/player/questions/NudgeForm.tsx': 'a number without its rounding error',
  'client/src/screens/player/questions/NudgeCurve.tsx': 'coordinates, and a number for written',
  'shared/src/rehearsal/tries.ts': 'answers of bots',
  'shared/src/rehearsal/inActivity.ts': 'answers of bots',
  'shared/src/question/diagnosis/isRough.ts': 'a number, rounded',
  'shared/src/question/numbers/interval.ts': 'a number, rounded',
  'shared/src/network/telling.ts': 'losses and values in the messages about a file',
  'shared/src/network/drawNetwork.ts': 'a number, rounded',
};

const root = join(import.meta.dirname, '../../../..');

test('every file that turns numbers into text is known', () => {
  const found = ['client/src', 'shared/src'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/u.test(path) && !/\.test\.|^testing|^simulation/u.test(path))
      .map((path) => `${room}/${path}`)
      .filter((path) =>
        /\.to(?:Fixed|Precision|Exponential|LocaleString)\(|NumberFormat/u.test(
          readFileSync(join(root, path), 'utf8'),
        ),
      ),
  );
  expect(found.filter((path) => !(path in WRITERS))).toEqual([]);
});

/** Values of any size and sign, and those on the edges of spellings. */
const values = fc.oneof(
  fc
    .tuple(fc.double({ min: -10, max: 10, noNaN: true }), fc.integer({ min: -299, max: 299 }))
    .map(([m, e]) => m * 10 ** e),
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    0.001,
    1e-4,
    1e-6,
    1e-7,
    5e-6,
    0.9995,
    999.95,
    1e5,
    1e6,
    123456,
    1e20,
    1e21,
    3.294e113,
  ),
);

test.each(Object.entries(FORMATTERS))('%s: what it writes is read as the number shown', (_, format) => {
  fc.assert(
    fc.property(values, (value) => {
      fc.pre(value === 0 || Math.abs(value) > 1e-300);
      const text = format(value);
      const read = readNumber(text);
      expect(read.ok, text).toBe(true);
      if (!read.ok) return;
      // As texts go, it is JavaScript's but for its minus signs.
      expect(read.value, text).toBe(Number(text.replaceAll('\u2212', '-')));
      expect(read.figures).not.toBeNull();
    }),
    { numRuns: runs(1_000, 20_000) },
  );
});

test.each(LANGUAGES)('%s: the value shown beside a line is read as itself', (language) => {
  fc.assert(
    fc.property(values, (value) => {
      const text = STRINGS[language].play.equals.replace('{{value}}', written(value));
      const shown = Number(written(value).replaceAll('\u2212', '-'));
      expect(readNumber(text), text).toMatchObject({ ok: true, value: shown });
    }),
  );
});

/** Numbers and sums in a line of words: what stands between signs that are no part of them. */
const rightSides = (line: string): string[] =>
  line
    .split(/→|=/u)
    .slice(1)
    .map((side) => side.replace(/\(\p{L}+\)/gu, '').trim())
    .filter((side) => /^[\d\u2212(]/u.test(side));

test.each(LANGUAGES)('%s: the working of a training step consists of sums that are read', (language) => {
  const expectRead = (lines: readonly string[]): void => {
    const sides = lines.slice(1).flatMap(rightSides);
    expect(sides.length).toBeGreaterThan(10);
    for (const side of sides) expect(readNumber(side).ok, side).toBe(true);
  };
  const mazur = presetById('mazur')!;
  const network = networkOf(mazur);
  expectRead(workingLines('Mazur', network, mazur.data[0]!, 0, solve(network, mazur.data[0]!), language));
  fc.assert(
    fc.property(networks(), ({ network: any, sample }) => {
      const solution = solve(any, sample);
      fc.pre(notFiniteAt(solution) === undefined);
      expectRead(workingLines('any', any, sample, 0, solution, language));
    }),
    { numRuns: runs(20, 300) },
  );
});
