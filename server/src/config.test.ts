import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT, readConfig } from './config.ts';

test('settings: all have defaults', () => {
  expect(readConfig({})).toEqual({
    PORT: 2567,
    HOST: '0.0.0.0',
    TRUST_PROXY: false,
    DATA_DIR: join(PROJECT_ROOT, '.data'),
    LOG_LEVEL: 'info',
    RETENTION_DAYS: 400,
    PROCESS_NAME: 'relay',
  });
});

test('a setting that is empty: its default applies', () => {
  expect(readConfig({ PORT: '', HOST_CODE: '', PUBLIC_URL: '' })).toEqual(readConfig({}));
});

test('settings: are read as written', () => {
  const config = readConfig({
    PORT: '80',
    PUBLIC_URL: 'https://relay.example.org',
    TRUST_PROXY: 'Yes',
    DATA_DIR: 'x/y',
  });
  expect(config).toMatchObject({ PORT: 80, TRUST_PROXY: true, DATA_DIR: join(PROJECT_ROOT, 'x', 'y') });
  expect(config.PUBLIC_URL?.host).toBe('relay.example.org');
});

test.each([
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '0x50'],
  ['HOST', 'not an address'],
  ['PUBLIC_URL', 'relay.example.org'],
  ['PUBLIC_URL', 'ftp://relay.example.org'],
  ['TRUST_PROXY', 'maybe'],
  ['LOG_LEVEL', 'loud'],
  ['RETENTION_DAYS', 'a year'],
  ['PROCESS_NAME', 'relay/1'],
  ['RETENTION_DAYS', '-1'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(`The setting ${name} is "${value}"; it must be `);
});

test('a bad host code: is refused without being shown', () => {
  expect(() => readConfig({ HOST_CODE: 'abc-def 1' })).toThrow(
    'The setting HOST_CODE must be 8 to 100 characters, blanks and hyphens not counted.',
  );
});

test('a bad token for the metrics: is refused without being shown', () => {
  expect(() => readConfig({ METRICS_TOKEN: 'short' })).toThrow(
    /^The setting METRICS_TOKEN must be 16 to 200/u,
  );
});
