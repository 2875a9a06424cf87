import { afterEach, expect, test, vi } from 'vitest';
import { PageClaim } from './PageClaim';

const open: PageClaim[] = [];
afterEach(() => {
  for (const claim of open.splice(0)) claim.close();
});

/** A page that plays as a player, and whether it has that player. */
function page(player: string, code = '123456') {
  const one = { isHeld: true, heard: 0 };
  const claim = new PageClaim(code, player, (isHeld) => {
    one.isHeld = isHeld;
    one.heard += 1;
  });
  open.push(claim);
  return { one, claim };
}

test('a second page of a player: gives way to the first, until it takes over', async () => {
  const first = page('p1');
  const second = page('p1');
  await vi.waitFor(() => expect(second.one.isHeld).toBe(false));
  expect(first.one.isHeld).toBe(true);
  second.claim.takeOver();
  await vi.waitFor(() => expect(first.one.isHeld).toBe(false));
  expect(second.one.isHeld).toBe(true);
  first.claim.takeOver();
  await vi.waitFor(() => expect(second.one.isHeld).toBe(false));
});

test('a page that is gone: the next one has the player', async () => {
  const first = page('p1');
  first.claim.close();
  const second = page('p1');
  // A third page hears of the second one, so that by then the first one would have been heard, too.
  const third = page('p1');
  await vi.waitFor(() => expect(third.one.isHeld).toBe(false));
  expect(second.one.heard).toBe(0);
});

test('pages of different players or sessions: leave each other alone', async () => {
  const pages = [page('p1'), page('p2'), page('p1', '654321')];
  const witness = page('p1');
  await vi.waitFor(() => expect(witness.one.isHeld).toBe(false));
  expect(pages.map(({ one }) => one.heard)).toEqual([0, 0, 0]);
});
