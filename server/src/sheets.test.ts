/** @module-tag slow */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presetById } from '@relay/shared/network/presets';
import { SHEETS_COMMAND_WORDS } from '@relay/shared/strings/sheetsCommand';
import { SHEET_WORDS } from '@relay/shared/strings/sheet';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'sheets.ts'), ...args], {
    encoding: 'utf8',
    cwd: folder,
  });

/** First bytes of every PNG file. */
const PNG = [0x89, 0x50, 0x4e, 0x47];

test('writes questions, solutions, and drawings as SVG and PNG', () => {
  writeFileSync(join(folder, 'mine.json'), JSON.stringify(presetById('swap')));
  const { status, stdout } = run(
    ...['mine.json', '--language', 'ja', '--solutions', '--weight', 'x1>h2', '--out', 'out'],
  );
  expect(status).toBe(0);
  const drawings = ['mine-network', 'mine-network-solved', 'mine-x1-h2', 'mine-x1-h2-solved'];
  const files = [
    'mine-questions.html',
    'mine-solutions.html',
    ...drawings.flatMap((one) => [`${one}.png`, `${one}.svg`]),
  ];
  expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(files.toSorted());
  for (const file of files) expect(stdout).toContain(join('out', file));
  const page = readFileSync(join(folder, 'out', 'mine-solutions.html'), 'utf8');
  expect(page).toContain(SHEET_WORDS.ja.forwardHeading);
  expect(page).toContain('<html lang="ja">');
  // Nothing is asked of a network: fonts are in the page.
  expect(page).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?https?:/u);
  expect(page).toContain('data:font/woff2');
  expect([...readFileSync(join(folder, 'out', 'mine-x1-h2.png'))].slice(0, 4)).toEqual(PNG);
});

test('bad input: one sentence, nothing written', () => {
  writeFileSync(
    join(folder, 'broken.json'),
    JSON.stringify({ ...presetById('swap'), weights: [[[1]], [[1]]] }),
  );
  const before = readdirSync(folder);
  const broken = run('broken.json');
  expect(broken).toMatchObject({ status: 2, stdout: '' });
  expect(broken.stderr).toContain('weights[0]');
  const words = SHEETS_COMMAND_WORDS.ja;
  const cases = [
    [
      ['swap', '--weight', 'x9>h1', '--language', 'ja'],
      words.noWeight.split('{{weight}}')[1]!.split('{{')[0]!,
    ],
    [['swap', '--sample', '999', '--language', 'ja'], words.noSample.split('{{sample}}')[1]!.split('{{')[0]!],
    [['swap', '--gradients', '13'], SHEETS_COMMAND_WORDS.en.usage],
    [['swap', '--nothing'], SHEETS_COMMAND_WORDS.en.usage],
    [[], SHEETS_COMMAND_WORDS.en.usage],
  ] as const;
  for (const [args, sentence] of cases) {
    const { status, stderr, stdout } = run(...args);
    expect(status, args.join(' ')).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stdout).toBe('');
  }
  expect(readdirSync(folder)).toEqual(before);
});

test('a folder that cannot be written into: says so', () => {
  writeFileSync(join(folder, 'file'), '');
  const { status, stderr } = run('swap', '--out', join('file', 'inside'));
  expect(status).toBe(4);
  expect(stderr).toContain(SHEETS_COMMAND_WORDS.en.notWritten.split('{{file}}')[1]!.split('{{')[0]!);
});
