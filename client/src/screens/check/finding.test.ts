import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FINDINGS, findingOf, type Measured } from './finding';

const GOOD: Measured = {
  server: 'reached',
  socket: 'open',
  sent: 30,
  answered: 30,
  slowestMs: 40,
  breaks: 0,
  devices: 1,
  isOver: true,
};

test.each<[string, Partial<Measured>, string | null]>([
  ['all is well', {}, 'fine'],
  ['one message lost', { answered: 29 }, 'fine'],
  ['two messages lost', { answered: 28 }, 'unstable'],
  ['the socket was closed once', { breaks: 1 }, 'unstable'],
  ['replies after more than a second', { slowestMs: 1_001 }, 'slow'],
  ['no WebSocket', { socket: 'blocked', sent: 0, answered: 0 }, 'noSocket'],
  ['too many pages', { socket: 'full', sent: 0, answered: 0 }, 'full'],
  ['no server', { server: 'missing', socket: null }, 'noServer'],
  ['not over yet', { sent: 3, answered: 3, isOver: false }, null],
])('finding: %s', (_, change, finding) => {
  expect(findingOf({ ...GOOD, ...change })).toBe(finding);
});

test('finding: a measurement that is worse never leads to a better finding', () => {
  const measured = fc.record({
    server: fc.constantFrom('reached' as const, 'missing' as const),
    socket: fc.constantFrom('open' as const, 'full' as const, 'blocked' as const),
    sent: fc.constant(30),
    answered: fc.nat(30),
    slowestMs: fc.nat(3_000),
    breaks: fc.nat(3),
    devices: fc.nat(300),
    isOver: fc.constant(true),
  });
  const rank = (one: Measured): number => FINDINGS.indexOf(findingOf(one)!);
  fc.assert(
    fc.property(measured, (one) => {
      const worse: readonly Partial<Measured>[] = [
        { answered: Math.max(0, one.answered - 1) },
        { slowestMs: one.slowestMs + 500 },
        { breaks: one.breaks + 1 },
        { server: 'missing' },
      ];
      for (const change of worse) expect(rank({ ...one, ...change })).toBeLessThanOrEqual(rank(one));
    }),
  );
});
