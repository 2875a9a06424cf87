import { expect, test } from 'vitest';
import { backward } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import { MISTAKE_IDS } from '../../question/mistakes/mistakes.ts';
import { CONTRIBUTION_RULES } from '../../question/mistakes/rules.ts';
import type { Term } from '../../question/question.ts';
import { TestTable } from '../../testing/table.ts';
import { publicEntries } from '../view.ts';
import { type Example, exampleOf } from './example.ts';
import { EXAMPLE_PARTS } from './exampleParts.ts';

const session = { seed: 7, restarts: 0 };
/** The right set of three of a weight, from the passes alone. */
function rightSet({ network, sample, edge }: Example) {
  const { arriving, deltas, slopes, gradients } = backward(network, forward(network, sample.x), sample.t);
  const { layer, from, to } = edge;
  const l = layer - 1;
  if (from === 'bias') throw new RangeError('examples are about weights');
  return {
    S: arriving[l]?.[to] ?? deltas[l]![to]!,
    slope: slopes[l]![to]!,
    input: layer === 1 ? sample.x[from]! : forward(network, sample.x).outputs[l - 1]![from]!,
    product: gradients.weights[l]![from]![to]!,
  };
}

const IN_A_SET_OF_THREE = CONTRIBUTION_RULES.map(({ id }) => id);

test('exampleOf: a mistake is written into the working, in the term that differs from the right one', () => {
  const shown = MISTAKE_IDS.map((mistake) => exampleOf(session, { type: 'mistake', mistake }));
  const written = shown.filter(({ working }) => working !== null);
  const ids = written.map(({ topic }) => (topic.type === 'mistake' ? topic.mistake : null));
  expect(IN_A_SET_OF_THREE).toEqual(expect.arrayContaining(ids));
  // Some mistakes need a network of another kind: softmax, more layers, a round before.
  expect(ids.length).toBeGreaterThan(IN_A_SET_OF_THREE.length / 2);
  for (const example of written) {
    const { working, term, topic } = example;
    expect(working![term!], JSON.stringify(topic)).not.toBeCloseTo(rightSet(example)[term!], 6);
  }
});

test.each(EXAMPLE_PARTS)('exampleOf: %s is shown with the right working', (part) => {
  const example = exampleOf(session, { type: 'part', part });
  expect(example.term).toBeNull();
  for (const [term, value] of Object.entries(rightSet(example)))
    expect(example.working![term as Term], term).toBeCloseTo(value, 9);
});

const shownIn = (table: TestTable): unknown =>
  (publicEntries(table.session, {}, 'examples/') as Record<string, unknown>)['examples/'];

test('showExample: stands until it is taken off or a round opens', () => {
  const table = TestTable.started('swap', 4);
  const topic = { type: 'mistake', mistake: 'slope-missing' } as const;
  table.host({ type: 'showExample', topic });
  expect(shownIn(table)).toMatchObject({ topic });
  table.host({ type: 'showExample', topic: null });
  expect(shownIn(table)).toBeUndefined();
  table.host({ type: 'showExample', topic });
  // The round goes on below it.
  table.host({ type: 'next' });
  table.host({ type: 'next' });
  expect(shownIn(table)).toMatchObject({ topic });
  table.host({ type: 'next' });
  expect(table.session.runs['A']!.phase.name).toBe('backward');
  expect(shownIn(table)).toBeUndefined();
});

test('showExample: an unknown mistake is refused', () => {
  const table = TestTable.started('swap', 4);
  const topic = { type: 'mistake', mistake: 'constructor' as 'slope-missing' } as const;
  expect(table.host({ type: 'showExample', topic })).toMatchObject({ rejection: 'noMistake' });
});
