import type { Reply } from '@relay/shared/protocol';
import type { SubmitAnswer } from '@relay/shared/referee/command';
import { expect, test, vi } from 'vitest';
import { Outbox } from './outbox';
import { useStorage } from '../testing/storage';

useStorage();

const answer = (answerId: string): SubmitAnswer => ({
  type: 'submitAnswer',
  answerId,
  run: 'A',
  round: 1,
  part: 'G',
  raw: '1',
});
const right: Reply = { accepted: true, verdict: { outcome: 'correct', read: 1 } };

test('an answer that got no reply is sent again, with the same id, until it has one', async () => {
  const outbox = new Outbox('box');
  const verdict = outbox.add(answer('first-id'));
  const sent: string[] = [];
  const broken = async (one: SubmitAnswer): Promise<Reply> => {
    sent.push(one.answerId);
    throw new Error('line broken');
  };
  expect(await outbox.flush(broken)).toBe(false);
  expect(await outbox.flush(broken)).toBe(false);
  expect(await outbox.flush(async (one) => (sent.push(one.answerId), right))).toBe(true);
  expect(sent).toEqual(['first-id', 'first-id', 'first-id']);
  expect(await verdict).toEqual(right);
  expect(outbox.size).toBe(0);
});

test('unacknowledged answers outlive the page, in the order of answering', async () => {
  const before = new Outbox('box');
  void before.add(answer('a'));
  void before.add(answer('b'));
  const sent: string[] = [];
  await new Outbox('box').flush(async (one) => (sent.push(one.answerId), right));
  expect(sent).toEqual(['a', 'b']);
  expect(new Outbox('box').size).toBe(0);
});

test('a refused answer leaves the outbox, unless the room was only busy', async () => {
  const outbox = new Outbox('box');
  const refused = outbox.add(answer('late'));
  expect(await outbox.flush(async () => ({ accepted: false, rejection: 'tooFast' }))).toBe(false);
  expect(outbox.size).toBe(1);
  expect(await outbox.flush(async () => ({ accepted: false, rejection: 'tooLate' }))).toBe(true);
  expect(await refused).toEqual({ accepted: false, rejection: 'tooLate' });
});

test('an answer on its way is not sent a second time beside it', async () => {
  const outbox = new Outbox('box');
  void outbox.add(answer('slow'));
  let reply: (value: Reply) => void = () => undefined;
  const send = vi.fn(() => new Promise<Reply>((resolve) => (reply = resolve)));
  const first = outbox.flush(send);
  await outbox.flush(send);
  reply(right);
  await first;
  expect(send).toHaveBeenCalledTimes(1);
});
