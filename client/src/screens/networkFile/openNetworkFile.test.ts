import { MAX_NETWORK_FILE_BYTES } from '@relay/shared/protocol';
import { expect, test } from 'vitest';
import { openNetworkFile } from './openNetworkFile';

const file = (text: string, name = 'mine.json') => new File([text], name);

test('openNetworkFile: returns the content of any JSON file, whatever its meaning', async () => {
  expect(await openNetworkFile(file('{"a": [1]}'))).toEqual({
    name: 'mine.json',
    value: { a: [1] },
    trouble: null,
  });
  expect(await openNetworkFile(file('\uFEFF"日本語"'))).toMatchObject({ value: '日本語' });
});

test.each(['', 'weights = 3', '{"a": 1,}', '\u0000'])('openNetworkFile: %j is not JSON', async (text) => {
  expect(await openNetworkFile(file(text))).toEqual({ name: 'mine.json', trouble: 'notJson' });
});

test('openNetworkFile: a file deleted after it was chosen is unreadable', async () => {
  const gone = { name: 'gone.json', size: 10, text: () => Promise.reject(new Error('gone')) };
  expect(await openNetworkFile(gone)).toEqual({ name: 'gone.json', trouble: 'notJson' });
});

test('openNetworkFile: accepts 256 kB and not a byte more', async () => {
  const most = `"${'x'.repeat(MAX_NETWORK_FILE_BYTES - 2)}"`;
  expect(await openNetworkFile(file(most))).toMatchObject({ trouble: null });
  expect(await openNetworkFile(file(`${most} `))).toEqual({ name: 'mine.json', trouble: 'tooLarge' });
});
