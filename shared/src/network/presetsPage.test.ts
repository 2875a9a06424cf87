/** @module-tag slow */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { degenerateTable } from '../../bench/presets/degenerate.ts';

test('docs/presets.md: has the table of today’s degenerate questions', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/presets.md'), 'utf8');
  const shown = page.split('\n').filter((line) => line.startsWith('|'));
  expect(shown, 'The table is out of date. Run "npm run bench -- presets --write".').toEqual(
    degenerateTable().split('\n'),
  );
});

test('the network of the first lesson has no degenerate question', () => {
  const row = degenerateTable()
    .split('\n')
    .find((line) => line.includes('| swap-two-slopes '));
  const [, , , ...counts] = row!.split('|').map((cell) => cell.trim());
  expect(counts.slice(0, -1)).toEqual(['0', '0', '0', '0', '0 0 0 0 0 0']);
});
