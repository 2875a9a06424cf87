import type { Event } from '@relay/shared/referee/event';
import { fold } from '@relay/shared/referee/evolve';
import { expect, test } from 'vitest';
import { storedLogs } from '../testing/fixtures.ts';
import { outcomeOf } from '../testing/outcome.ts';

/** Logs of earlier versions, kept for good: homework lies in a journal for a month, and servers are updated meanwhile. */

const LOGS = storedLogs();
const nameOf = ({ version, name }: (typeof LOGS)[number]): string => `v${version} ${name}`;

test.each(LOGS.map((log) => [nameOf(log), log] as const))('%s: folds to what it came to', (_, log) => {
  const events = log.rows.map((row) => JSON.parse(row) as Event);
  expect(outcomeOf(fold(events))).toEqual(log.outcome);
});
