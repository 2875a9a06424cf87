import type { CatchUpRound } from '../referee/ownRuns/catchUpRound.ts';
import type { Event } from '../referee/event.ts';
import type { Settings } from '../referee/session/settings.ts';
import { CATCH_UP_ROUND_EVENTS, catchUpRoundsOf } from './catchUpRounds.ts';
import { fileOf, type NetworkFile } from '../network/networkFile.ts';
import { settingsFor } from './settings.ts';
import { settingsIn } from './settingsIn.ts';

/** Network, settings and rounds that a catch-up session is opened with. */
export interface CatchUp {
  readonly file: NetworkFile;
  readonly settings: Settings;
  readonly catchUpRounds: readonly CatchUpRound[];
}

/** Name that a network file has to have. The log does not hold the class's, which somebody typed. */
const NAME = 'Lesson';

/** Types of the events that `catchUpOf` reads. */
export const CATCH_UP_EVENTS: readonly Event['type'][] = [
  'sessionCreated',
  'rulesChanged',
  ...CATCH_UP_ROUND_EVENTS,
];

/**
 * Rounds of a class for a player who was absent: played alone, self-paced and without a clock. The questions are those
 * of the class's seats, about the weights that the class had then; after each round the weights become the class's.
 *
 * @param log  a session's events in order, those of `CATCH_UP_EVENTS` at least
 * @returns undefined where no team has come to a reveal yet, and for a self-paced session
 */
export function catchUpOf(log: readonly Event[]): CatchUp | undefined {
  const created = log.find((event) => event.type === 'sessionCreated');
  const settings = settingsIn(log);
  if (!created || !settings || settings.pacing === 'self') return undefined;
  const catchUpRounds = catchUpRoundsOf(log);
  if (catchUpRounds.length === 0) return undefined;
  const { network, data } = created;
  const { asksFor, asks, seat, parameterKinds, help, helpAdapts } = settings;
  return {
    file: fileOf(
      NAME,
      network,
      data.map(({ x, t }) => ({ x: [...x], t: [...t] })),
    ),
    settings: settingsFor('homework', {
      asksFor,
      asks,
      seat,
      parameterKinds,
      help,
      helpAdapts,
      weights: 'followed',
      rounds: catchUpRounds.length,
    }),
    catchUpRounds,
  };
}
