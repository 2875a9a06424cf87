import { expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import type { QuestionKind } from '../../question/question.ts';
import { playerView, publicEntries } from '../view.ts';

/** First eight significant digits, as JSON writes them, whatever stands before. */
const digits = (value: number): string =>
  String(Math.abs(value))
    .replace(/^0?\.?0*/u, '')
    .slice(0, 8);

function seenBy(table: TestTable): string {
  const players = Object.keys(table.session.players);
  return JSON.stringify([
    publicEntries(table.session, {}, ''),
    ...players.map((id) => playerView(table.session, id)),
  ]);
}

test.each<[QuestionKind, number]>([
  ['belly', 2],
  ['output', 2],
  ['forward', 2],
  ['wholeForward', 1],
])(
  '%s: values asked for, and values computed from them, are in no view before the reveal',
  (asks, layers) => {
    for (let round = 1; round <= layers; round++) {
      const table = TestTable.started('article', 3, { asks });
      table.next(3 * (round - 1));
      const run = table.session.runs['A']!;
      const asked = asks === 'wholeForward' ? 1 : round;
      const { sums, outputs } = run.lanes[0]!.pass;
      const secret = [
        ...sums.slice(asks === 'output' ? asked : asked - 1).flat(),
        ...outputs.slice(asked - 1).flat(),
      ];
      const open = [...sums.slice(0, asked - 1).flat(), ...outputs.slice(0, asked - 1).flat()];
      // A short number can occur by chance.
      const telling = secret.filter((value) => digits(value).length >= 5);
      expect(telling.length).toBeGreaterThan(1);
      for (const value of telling) expect(seenBy(table), `round ${round}`).not.toContain(digits(value));
      for (const value of open) expect(seenBy(table)).toContain(digits(value));
      table.next();
      for (const value of secret) expect(seenBy(table)).toContain(digits(value));
    }
  },
);
