import type { Session } from '@relay/shared/referee/session/state';
import { fingerprint } from '@relay/shared/testing/fingerprint';

/**
 * Facts of a session that its players see: points, progress of the networks, learned weights. Stored beside logs, so its
 * field names belong to this file alone: fields of the state may be renamed, these may not.
 */
export interface Outcome {
  readonly stage: string;
  readonly players: Readonly<Record<string, { readonly score: number; readonly isGone: boolean }>>;
  readonly networks: Readonly<
    Record<
      string,
      {
        readonly round: number;
        readonly isAnswering: boolean;
        readonly losses: string;
        readonly weights: string;
      }
    >
  >;
  readonly ranks: readonly (readonly [player: string, rank: number, score: number])[] | null;
  readonly teamRanks: readonly (readonly [team: string, rank: number, points: number])[] | null;
}

const isAnsweringPhase = (name: string): boolean => name === 'forward' || name === 'backward';

/** Outcome of a session. Numbers are hashed, so that they must agree to the last bit. */
export function outcomeOf({ status, players, runs, results }: Session): Outcome {
  return {
    stage: status,
    players: Object.fromEntries(
      Object.values(players).map(({ id, score, removal }) => [id, { score, isGone: removal !== null }]),
    ),
    networks: Object.fromEntries(
      Object.values(runs).map(({ id, round, phase, losses, network }) => [
        id,
        {
          round,
          isAnswering: isAnsweringPhase(phase.name),
          losses: shortHash(fingerprint(losses)),
          weights: shortHash(fingerprint([network.weights, network.biases])),
        },
      ]),
    ),
    ranks: results && results.players.map(({ player, rank, score }) => [player, rank, score]),
    teamRanks: results && results.teams.map(({ run, rank, points }) => [run, rank, points]),
  };
}

/** FNV-1a, 32 bits, of a text. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
