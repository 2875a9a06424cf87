import { TestTable } from '@relay/shared/testing/table';
import { expect, test } from 'vitest';
import { pagePhase } from '../describe/phase';
import { publicView } from '../testing/seen';
import { type CueMoment, cuesFor } from './cues';

/** Page that shows the first lane of a team's run. */
class Page {
  #before: CueMoment | null = null;

  look(table: TestTable, isFresh = true): readonly string[] {
    const view = publicView(table);
    const phase = pagePhase(view, 'A');
    const { cues, now } = cuesFor(this.#before, { view, run: 'A', lane: 0, phase, isFresh });
    this.#before = now;
    return cues.map((cue) => `${cue.type}${'layers' in cue && cue.layers ? ` ${cue.layers.join()}` : ''}`);
  }
}
const close = (table: TestTable): void => {
  table.at += 200_000;
  table.room({ type: 'tick' });
};

test('a parallel round plays numbers forward, parcels back, then the weights', () => {
  const table = TestTable.started('mazur', 4);
  const page = new Page();
  expect(page.look(table)).toEqual(['forward']);
  expect(page.look(table)).toEqual([]);
  table.next();
  expect(page.look(table)).toEqual(['parcels']);
  table.next();
  expect(page.look(table)).toEqual(['update']);
  table.next();
  expect(page.look(table)).toEqual(['forward']);
});

test('a relay plays the parcels of a layer when it closes; the reveal plays only the others', () => {
  const table = TestTable.started('mazur', 4, { style: 'relay' });
  const [page, late, last] = [new Page(), new Page(), new Page()];
  expect(page.look(table)).toEqual(['forward']);
  close(table);
  expect(page.look(table)).toEqual(['parcels 2']);
  expect(late.look(table, false)).toEqual([]);
  last.look(table);
  close(table);
  expect(page.look(table)).toEqual(['parcels 1']);
  table.next();
  expect(page.look(table)).toEqual([]);
  expect(last.look(table)).toEqual(['parcels 1']);
});

test('a relay in the forward phase plays bubbles when a layer closes, and not again', () => {
  const table = TestTable.started('mazur', 4, { style: 'relay', asksFor: 'both' });
  const page = new Page();
  expect(page.look(table)).toEqual([]);
  close(table);
  expect(page.look(table)).toEqual(['forward 1']);
  close(table);
  table.next();
  expect(publicView(table).runs['A']!.phase).toBe('backward');
  expect(page.look(table)).toEqual([]);
});

test('a lane without wrong answers is cheered', () => {
  const table = TestTable.started('mazur', 4, { style: 'relay' });
  const page = new Page();
  page.look(table);
  for (const player of ['p2', 'p4']) table.ace(player);
  table.at += 1;
  table.room({ type: 'tick' });
  for (const player of ['p1', 'p3']) table.ace(player);
  table.at += 1;
  table.room({ type: 'tick' });
  page.look(table);
  table.next();
  expect(page.look(table)).toEqual(['cheer']);
});
