import { MESSAGE_NAMES, type MessageName } from '@relay/shared/protocol/messages';
import { expect, test } from 'vitest';
import { isMessage, readReply } from './replies';

const JUNK: readonly unknown[] = [
  undefined,
  null,
  7,
  'text',
  [],
  {},
  { at: 'now' },
  { whole: 'yes', delta: {} },
];

const GOOD: { readonly [Name in MessageName]: unknown } = {
  welcome: { role: 'player', code: '123456', at: 1, player: 'p', nickname: 'Mia', projectorToken: null },
  ping: { at: 1 },
  view: { whole: true, delta: { in: {} } },
  mine: { whole: false, delta: { set: {} } },
  host: { whole: true, delta: { set: {} } },
  planWords: { words: { relay: { say: 'Go!' } } },
};

test.each(MESSAGE_NAMES)('%s: a message of its shape is taken, any other is not', (name) => {
  expect(isMessage(name, GOOD[name])).toBe(true);
  for (const junk of JUNK) expect(isMessage(name, junk), JSON.stringify(junk)).toBe(false);
});

test('a reply is taken with or without a verdict, and a rejection only in words of this page', () => {
  for (const reply of [
    { accepted: true },
    { accepted: true, verdict: { outcome: 'correct' } },
    { accepted: false, rejection: 'paused' },
  ])
    expect(readReply(reply)).toEqual(reply);
  for (const junk of [...JUNK, { accepted: false, rejection: 'badMood' }, { accepted: true, verdict: 'yes' }])
    expect(() => readReply(junk), JSON.stringify(junk)).toThrow();
});
