import { expect, test } from 'vitest';
import { useStorage } from '../testing/storage';
import { forgetPlayer, forgetTab, keepForTab, keepPlayer, keptPlayers, playerOfTab } from './keptPlayers';

const stored = useStorage();

const aki = { token: 'a', player: 'p1', nickname: 'Aki' };
const ben = { token: 'b', player: 'p2', nickname: 'Ben' };
const CODE = '123456';

/** Opens another tab of the same browser: it shares its storage, and has none of its own. */
const openTab = (): void => sessionStorage.removeItem(`relay/tab/${CODE}`);

test('two people in one browser: each tab stays the one that it was', () => {
  keepPlayer(CODE, aki);
  openTab();
  keepPlayer(CODE, ben);
  expect(playerOfTab(CODE)).toEqual(ben);
  keepForTab(CODE, aki);
  expect(playerOfTab(CODE)).toEqual(aki);
  expect(keptPlayers(CODE)).toEqual([ben, aki]);
});

test('a new tab: is the only player of the browser, and open where there are several', () => {
  keepPlayer(CODE, aki);
  openTab();
  expect(playerOfTab(CODE)).toEqual(aki);
  keepPlayer(CODE, ben);
  openTab();
  expect(playerOfTab(CODE)).toBeNull();
});

test('a player who is forgotten: the other one stays, and so does an open tab', () => {
  keepPlayer(CODE, ben);
  keepPlayer(CODE, aki);
  forgetPlayer(CODE, 'p1');
  expect(keptPlayers(CODE)).toEqual([ben]);
  expect(playerOfTab(CODE)).toEqual(aki);
  forgetTab(CODE);
  expect(playerOfTab(CODE)).toEqual(ben);
  forgetPlayer(CODE, 'p2');
  expect(stored.size).toBe(0);
});

test('a tab that is somebody else: the browser keeps the player', () => {
  keepPlayer(CODE, aki);
  keepPlayer(CODE, ben);
  forgetTab(CODE);
  expect(playerOfTab(CODE)).toBeNull();
  expect(keptPlayers(CODE)).toHaveLength(2);
});

test('joining again as the same player: is kept once', () => {
  keepPlayer(CODE, aki);
  keepPlayer(CODE, { ...aki, nickname: 'Aki 2' });
  expect(keptPlayers(CODE)).toEqual([{ ...aki, nickname: 'Aki 2' }]);
});
