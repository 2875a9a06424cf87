import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../src/config.ts';

const root = PROJECT_ROOT;
const text = readFileSync(join(root, 'docs', 'Containerfile'), 'utf8');

/** Instructions, each with its lines joined. */
const instructions = text
  .replaceAll(/\\\n\s*/gu, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const valueOf = (name: string): string =>
  instructions.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? '';

test('docs/Containerfile: a linter has nothing against it', () => {
  expect(validate(text)).toEqual([]);
  expect(validate('FROM node:24\nCPY a b\n')).not.toEqual([]);
});

test('docs/Containerfile: runs the package’s command, on its Node, not as root, with its data in a volume', () => {
  const { name, bin, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly bin: Readonly<Record<string, string>>;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  expect(valueOf('FROM')).toMatch(new RegExp(`^node:${dependencies['node']}-`, 'u'));
  expect(valueOf('COPY')).toContain(`${name}-*.tgz`);
  expect(Object.keys(bin)).toEqual(JSON.parse(valueOf('CMD')));
  const volume = valueOf('VOLUME');
  expect(valueOf('ENV')).toBe(`DATA_DIR=${volume} PORT=${valueOf('EXPOSE')}`);
  const user = instructions.findLast((line) => line.startsWith('USER '));
  expect(user).toBe('USER node');
  expect(valueOf('RUN')).toContain(`chown node:node ${volume}`);
});
