import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { droppedLines, openLog } from './log.ts';
import { temporaryDirectory } from './testing/testServer.ts';

test('a full disk: lines are dropped and counted, and the log says so once there is room', () => {
  const directory = temporaryDirectory();
  const path = join(directory, 'server.log');
  // A file that can be opened and refuses every byte, as a full disk does.
  symlinkSync('/dev/full', path);
  const log = openLog({ DATA_DIR: directory, LOG_LEVEL: 'info' });
  log.info('first');
  log.info('second');
  expect(droppedLines(log)).toBe(2);
  rmSync(path);
  log.info('third');
  log.info('fourth');
  expect(droppedLines(log)).toBe(2);
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { readonly msg: string }).msg)).toEqual([
    'lines that could not be written: 2',
    'third',
    'fourth',
  ]);
  rmSync(directory, { recursive: true, force: true });
});
