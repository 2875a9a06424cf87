import { expect, test } from 'vitest';
import { TokenOwners } from './TokenOwners.ts';

const owner = { role: 'player', session: 's', player: 'p' } as const;

test('token owners: the longest unused one is dropped first', () => {
  const owners = new TokenOwners(2);
  owners.remember({ hash: 'a', owner });
  owners.remember({ hash: 'b', owner });
  expect(owners.get('a')).toBe(owner);
  owners.remember({ hash: 'c', owner });
  expect(owners.get('b')).toBeUndefined();
  expect(owners.get('a')).toBe(owner);
  expect(owners.get('c')).toBe(owner);
});
