import { expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import { playerView, publicEntries } from '../view.ts';

const digits = (value: number): string =>
  String(Math.abs(value))
    .replace(/^0?\.?0*/u, '')
    .slice(0, 8);

test.each(['mazur', 'article', 'han-kamber'])(
  '%s: no view holds a hidden S, a δ or a gradient before the reveal; views do from it on',
  (preset) => {
    const table = TestTable.started(preset, 4);
    const secrets = table.session.runs['A']!.lanes.flatMap(({ truth }) => [
      ...truth.arriving.slice(0, -1).flatMap((row) => row ?? []),
      ...truth.deltas.flat(),
      ...truth.gradients.weights.flat(2),
    ]);
    const seen = (): string =>
      JSON.stringify([
        publicEntries(table.session, {}, ''),
        ...Object.keys(table.session.players).map((id) => playerView(table.session, id)),
      ]);
    for (const secret of secrets.filter((value) => digits(value).length >= 5)) {
      expect(seen(), `${preset} leaks ${secret}`).not.toContain(digits(secret));
    }
    table.next();
    for (const secret of secrets) expect(seen()).toContain(digits(secret));
  },
);
