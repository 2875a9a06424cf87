import { type NetworkFile, readNetworkFile } from '@relay/shared/network/networkFile';
import { keep, recall } from '../../table/tokenStore';

const NETWORK = 'relay/practise/network';
const TURN = 'relay/practise/turn';

const isNetworkFile = (value: unknown): value is NetworkFile => readNetworkFile(value).ok;
const isTurn = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** Network file that the player opened last. */
export const keptNetwork = (): NetworkFile | null => recall(NETWORK, isNetworkFile);

export function keepNetwork(file: NetworkFile): void {
  keep(NETWORK, file);
  keep(TURN, 0);
}

/** Number of the next question on the own network, counted across attempts so that every unit has its turn. */
export function takeTurn(): number {
  const turn = recall(TURN, isTurn) ?? 0;
  keep(TURN, turn + 1);
  return turn;
}
