import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@relay/shared/referee/evolve';
import { EVENT_VERSION } from '@relay/shared/referee/versions/upcast';
import { FIXTURES, OUTCOMES } from './fixtures.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { RECORDED_SESSIONS } from './recordedSessions.ts';

/**
 * Writes the logs of `RECORDED_SESSIONS`, one event per line as in the journal, and their outcomes into the folder of the
 * current event version. The folder must not exist yet: recorded logs are never overwritten.
 *
 *   npm run record-journal
 */
const directory = join(FIXTURES, `v${EVENT_VERSION}`);
mkdirSync(directory);
const outcomes: Record<string, Outcome> = {};
for (const [name, record] of Object.entries(RECORDED_SESSIONS)) {
  const log = record();
  writeFileSync(join(directory, `${name}.jsonl`), log.map((event) => `${JSON.stringify(event)}\n`).join(''));
  outcomes[name] = outcomeOf(fold(log));
  console.log(`${name}: ${log.length} events`);
}
const lines = Object.entries(outcomes).map(([name, outcome]) => `"${name}": ${JSON.stringify(outcome)}`);
writeFileSync(join(directory, OUTCOMES), `{\n${lines.join(',\n')}\n}\n`);
