import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@relay/shared/referee/evolve';
import { FIXTURES, OUTCOMES } from './fixtures.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { RECORDED_SESSIONS } from './recordedSessions.ts';

/**
 * Writes the logs of `RECORDED_SESSIONS` as the journal holds them, one event a line, and what they come to, into a
 * folder of the present version. The fixtures of a version are never written again once that version is in use.
 *
 *   node server/src/testing/recordJournal.ts v2
 */
const version = process.argv[2];
if (!version || !/^v\d+$/.test(version)) throw new Error('usage: recordJournal.ts v<version>');
const directory = join(FIXTURES, version);
mkdirSync(directory, { recursive: true });
const outcomes: Record<string, Outcome> = {};
for (const [name, record] of Object.entries(RECORDED_SESSIONS)) {
  const log = record();
  writeFileSync(join(directory, `${name}.jsonl`), log.map((event) => `${JSON.stringify(event)}\n`).join(''));
  outcomes[name] = outcomeOf(fold(log));
  console.log(`${name}: ${log.length} events`);
}
const lines = Object.entries(outcomes).map(([name, outcome]) => `"${name}": ${JSON.stringify(outcome)}`);
writeFileSync(join(directory, OUTCOMES), `{\n${lines.join(',\n')}\n}\n`);
