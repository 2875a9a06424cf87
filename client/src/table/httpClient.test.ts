import { afterEach, expect, test, vi } from 'vitest';
import { joinSession, resumeSession } from './httpClient';

afterEach(() => vi.unstubAllGlobals());

function answers(status: number, body: string): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
}

const join = () => joinSession({ code: '123456', nickname: 'Mia' });
const PLACE = { name: 'session', sessionId: 's', roomId: 'room', processId: 'p' };
const SEAT = {
  code: '123456',
  roomId: 'room',
  player: 'p1',
  resumeToken: 'a'.repeat(32),
  nickname: 'Mia',
  renamed: false,
  seat: PLACE,
};

test('a reply with a field more than this page knows is read without it', async () => {
  answers(200, JSON.stringify({ ...SEAT, mood: 'good' }));
  expect(await join()).toEqual({ ok: true, reply: SEAT });
});

test.each([
  ['a reply without its place in the room', 200, JSON.stringify({ ...SEAT, seat: null }), 'serverError'],
  ['a reply without its token', 200, JSON.stringify({ ...SEAT, resumeToken: undefined }), 'serverError'],
  ['a page instead of a reply', 200, '<!doctype html>', 'noServer'],
  ['a file server', 404, '<!doctype html>', 'noServer'],
  ['a refusal', 403, '{"rejection":"unknownToken"}', 'unknownToken'],
  ['a refusal in no words of this page', 400, '{"rejection":"badMood"}', 'serverError'],
  ['too many requests, without words', 429, '', 'tooFast'],
])('%s is refused in words', async (_what, status, body, rejection) => {
  answers(status, body);
  expect(await join()).toMatchObject({ ok: false, rejection });
});

test('a role that this page does not know is not taken for one', async () => {
  answers(200, JSON.stringify({ code: '1', seat: PLACE, role: 'judge', nickname: null }));
  expect(await resumeSession({ code: '1', token: SEAT.resumeToken }, 8_000)).toMatchObject({ ok: false });
});

test('a refused network file comes with its problems', async () => {
  const problems = [{ path: 'layers', expected: 'a list' }];
  answers(422, JSON.stringify({ rejection: 'networkRefused', problems }));
  expect(await join()).toEqual({ ok: false, rejection: 'networkRefused', problems });
});
