import { randomAt } from '../referee/random.ts';
import { drawnFirstSeat } from '../referee/round/openRound.ts';
import { unitsForPeople } from '../referee/teams/seating.ts';
import { type NetworkFile, networkOf } from '../network/networkFile.ts';
import { OWN_NETWORK, practiceSettings } from './practice.ts';

/**
 * Session of one question on a player's own network: every unit in turn, then every unit for the next sample.
 *
 * @param turn  number of the question, from 0
 * @param seed  of the question; the returned seed derives from it and seats the player at the unit whose turn it is
 */
export function ownTurn(
  file: NetworkFile,
  turn: number,
  seed: number,
): { readonly file: NetworkFile; readonly seed: number } {
  const units = unitsForPeople(networkOf(file), practiceSettings(OWN_NETWORK, seed), 1).length;
  const first = Math.floor(turn / units) % file.data.length;
  const data = [...file.data.slice(first), ...file.data.slice(0, first)];
  let ofSession = seed;
  for (let i = 1; drawnFirstSeat(ofSession, units) !== turn % units; i++) {
    ofSession = Math.floor(randomAt(seed, `own/${i}`) * 2 ** 32);
  }
  return { file: { ...file, data }, seed: ofSession };
}
