import { readLog } from '@relay/shared/referee/versions/readLog';
import { reportOf } from '@relay/shared/report/report';
import { sessionFacts } from '@relay/shared/report/sessionFacts';
import { cellsOf } from '@relay/shared/report/table';
import { atOnce } from '@relay/shared/slices';
import { reportSums } from '@relay/shared/testing/reportSums';
import { expect, test } from 'vitest';
import { storedLogs } from '../testing/fixtures.ts';

/** Reports of logs that earlier versions have stored: a class of last year can still be looked at. */

const LOGS = storedLogs().map((log) => [`v${log.version} ${log.name}`, log] as const);

test.each(LOGS)('report of %s: its figures are the sums of the log', (_, { version, rows }) => {
  const log = readLog(
    's',
    rows.map((value, seq) => ({ seq, version, value })),
  );
  const report = reportOf(atOnce(sessionFacts(log)));
  const sums = reportSums(log);
  const sumOf = (column: 'asked' | 'answered' | 'first' | 'right' | 'hints'): number =>
    cellsOf(report.rounds, column).reduce<number>((sum, cell) => sum + Number(cell), 0);
  for (const column of ['asked', 'answered', 'first', 'right', 'hints'] as const)
    expect(sumOf(column), column).toBe(sums[column]);
  expect(report.answers.rows).toHaveLength(sums.answers);
  const scores = cellsOf(report.students, 'score');
  for (const [i, id] of cellsOf(report.students, 'student').entries())
    expect(scores[i]).toBeCloseTo(sums.scores[id as string]!, 6);
  expect(Object.keys(sums.scores)).toHaveLength(scores.length);
});
