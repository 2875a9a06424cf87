import { expect, test } from 'vitest';
import { DraftStore, EMPTY_DRAFT } from './draft';
import { useStorage } from '../testing/storage';

const stored = useStorage();

const draft = { taken: ['e:y1', 'f:y1'], texts: { S: '', delta: '0.1 × 2', G: '' } } as const;

test('a draft is restored after a reload, for its player and its round only', () => {
  new DraftStore('482193', 'p1', 'A').write(3, draft);
  expect(new DraftStore('482193', 'p1', 'A').read(3)).toEqual(draft);
  expect(new DraftStore('482193', 'p1', 'A').read(4)).toEqual(EMPTY_DRAFT);
  expect(new DraftStore('482193', 'p2', 'A').read(3)).toEqual(EMPTY_DRAFT);
  expect(new DraftStore('111111', 'p1', 'A').read(3)).toEqual(EMPTY_DRAFT);
});

test('drafts of earlier rounds are dropped', () => {
  const store = new DraftStore('482193', 'p1', 'A');
  store.write(3, draft);
  store.write(4, draft);
  expect(store.read(3)).toEqual(EMPTY_DRAFT);
  expect(stored.size).toBe(1);
});

test('a stored value that is no draft is read as an empty one', () => {
  stored.set('relay/draft/482193/p1/3', '{"taken":1}');
  expect(new DraftStore('482193', 'p1', 'A').read(3)).toEqual(EMPTY_DRAFT);
  stored.set('relay/draft/482193/p1/3', 'not json');
  expect(new DraftStore('482193', 'p1', 'A').read(3)).toEqual(EMPTY_DRAFT);
});
