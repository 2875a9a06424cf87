import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Words of the project's own code: terms that docs/glossary.md has replaced, and how comments and tests begin. */

const root = join(import.meta.dirname, '..', '..');
const ROOMS = [
  ...['shared/src', 'shared/bench', 'server/src', 'server/bench', 'server/bin'],
  ...['client/src', 'client/e2e', 'client/bench', 'client/build'],
];
const OWN_NAME = 'plainWords.test.ts';

const files = ROOMS.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|tsx|mjs)$/u.test(path) && !path.endsWith(OWN_NAME))
    .map((path) => ({ path: `${room}/${path}`, text: readFileSync(join(root, room, path), 'utf8') })),
);

/** Identifiers that are gone, and the term that took their place. */
const REPLACED: Readonly<Record<string, string>> = {
  laggards: 'unfinishedRuns',
  convoyOf: 'lanesWithSameInputs',
  honourWishes: 'applySeatOverrides',
  Veil: 'Visibility',
  veil: 'visibility',
  Ghost: 'ReferenceRun',
  Desk: 'AnswerMode or dependencies',
  Wish: 'ClientCommand',
  Intention: 'ClientCommand',
  House: 'RoomServices',
  Chance: 'RandomSource',
  Allowance: 'TokenBucket',
  LateAnswers: 'FailureDelay',
  lookAfter: 'expireIdleSessions',
  seeOff: 'disconnectRemovedPlayers',
  Paper: 'RenderContext',
  Pump: 'RenderLoop',
  Scrap: 'WorkingCard',
  ToldApart: 'AmbiguityReport',
  handOver: 'clipboard',
  keptTokens: 'tokenStore',
  Diamonds: 'ParameterKinds',
  Looking: 'PictureOptions',
  lonePart: 'standalonePart',
  asWritten: 'normaliseNegativeZero',
  hasGiven: 'hasResponded',
  bonusFor: 'nextExtraQuestion',
  bellySums: 'preActivations',
  AtWork: 'ActiveLayer',
  Visitor: 'TestClient',
};

test('files are found in every room', () => {
  for (const room of ROOMS)
    expect(
      files.some(({ path }) => path.startsWith(room)),
      room,
    ).toBe(true);
});

test.each(Object.entries(REPLACED))('%s is gone: %s is the term', (word) => {
  const pattern = new RegExp(`(?<![\\w.'"\x60-])#?${word}(?![\\w'"\x60-])`, 'u');
  const found = files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

/** A comment names its subject first: a question word or a bare pronoun has none. */
const NAMELESS =
  /^(?:Who|Whose|Whoever|What|Whatever|Whether|Where|How|When|So many|So much|As far|Its|It|Of its?|Nobody|Everyone|Everything)\b/u;

/** First words of every comment: of each docstring, and of each run of line comments. */
function commentsOf(text: string): { readonly line: number; readonly words: string }[] {
  const lines = text.split('\n');
  return lines.flatMap((raw, i) => {
    const line = raw.trim();
    const opened = /^(?:\/\*\*|\{\/\*)\s*(.*)$/u.exec(line);
    if (opened) {
      const words = opened[1] || (lines[i + 1] ?? '').trim().replace(/^\*\s*/u, '');
      return [{ line: i + 1, words }];
    }
    const single = /^\/\/\s+(.*)$/u.exec(line);
    return single && !/^\s*\/\//u.test(lines[i - 1] ?? '') ? [{ line: i + 1, words: single[1]! }] : [];
  });
}

test('a comment begins with the subject it speaks of', () => {
  const found = files.flatMap(({ path, text }) =>
    commentsOf(text).flatMap(({ line, words }) =>
      NAMELESS.test(words) ? [`${path}:${line}: ${words}`] : [],
    ),
  );
  expect(found).toEqual([]);
});

const MAX_TITLE = 100;
const TITLE = /^\s*(?:test|it|describe)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])((?:(?!\1).)*)\1/gmu;

describe('test titles', () => {
  const titles = files
    .filter(({ path }) => /\.(?:test|spec)\.tsx?$/u.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(TITLE)].map((match) => ({ path, title: match[2]! })));

  test('are found', () => {
    expect(titles.length).toBeGreaterThan(500);
  });

  test('are shorter than 100 characters and name their subject', () => {
    const found = titles
      .filter(
        ({ title }) =>
          title.length >= MAX_TITLE || /^(?:who|whose|whoever|what|whatever|nobody|it)\b/iu.test(title),
      )
      .map(({ path, title }) => `${path}: ${title}`);
    expect(found).toEqual([]);
  });
});
