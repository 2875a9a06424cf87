import { settingsFor } from '@relay/shared/lesson/settings';
import { TestTable } from '@relay/shared/testing/table';
import { expect, test } from 'vitest';
import { publicView } from '../../../testing/seen';
import { clockOf } from './clock';

test('clockOf: in a relay the clock of the layer whose turn it is; null where no clock runs', () => {
  const relay = TestTable.started('swap', 4, settingsFor('tenMinutes', { teams: 1 }));
  expect(clockOf(publicView(relay), 'A')).toBe(relay.at + 40_000);
  expect(clockOf(publicView(TestTable.started('swap', 4)), 'A')).toBe(relay.at + 120_000);
  const untimed = TestTable.started('swap', 4, settingsFor('hosted', { timeFactor: 'untimed' }));
  expect(clockOf(publicView(untimed), 'A')).toBeNull();
  expect(clockOf(publicView(TestTable.open('swap')), null)).toBeNull();
});
