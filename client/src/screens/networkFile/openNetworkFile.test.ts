import { MAX_NETWORK_FILE_BYTES } from '@relay/shared/protocol';
import { BROKEN_FILES, GOOD_FILES } from '@relay/shared/testing/brokenFiles';
import { expect, test } from 'vitest';
import { openNetworkFile } from './openNetworkFile';

const file = (content: Uint8Array<ArrayBuffer> | string, name = 'mine.json') => new File([content], name);

test('openNetworkFile: returns the content of any JSON file, whatever its meaning', async () => {
  expect(await openNetworkFile(file('{"a": [1]}'))).toEqual({
    name: 'mine.json',
    value: { a: [1] },
    fault: null,
  });
  expect(await openNetworkFile(file('\uFEFF"日本語"'))).toMatchObject({ value: '日本語' });
});

test.each(BROKEN_FILES)('openNetworkFile: $name is told its fault and place', async ({ bytes, id, at }) => {
  const opened = await openNetworkFile(file(Uint8Array.from(bytes)));
  expect(opened).toMatchObject({ name: 'mine.json', fault: { id } });
  if (at) expect(opened.fault?.place).toEqual({ line: at[0], column: at[1] });
});

test.each(GOOD_FILES)('openNetworkFile: %s is read', async (_, bytes, text) => {
  const opened = await openNetworkFile(file(Uint8Array.from(bytes)));
  expect(opened).toEqual({ name: 'mine.json', value: JSON.parse(text) as unknown, fault: null });
});

test('openNetworkFile: a file deleted after it was chosen is unreadable', async () => {
  const gone = { name: 'gone.json', size: 10, arrayBuffer: () => Promise.reject(new Error('gone')) };
  expect(await openNetworkFile(gone)).toEqual({ name: 'gone.json', fault: { id: 'unreadable' } });
});

test('openNetworkFile: accepts 256 kB and not a byte more', async () => {
  const most = `"${'x'.repeat(MAX_NETWORK_FILE_BYTES - 2)}"`;
  expect(await openNetworkFile(file(most))).toMatchObject({ fault: null });
  expect(await openNetworkFile(file(`${most} `))).toEqual({ name: 'mine.json', fault: { id: 'tooLarge' } });
});
