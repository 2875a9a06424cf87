import type { CatchUpRound } from '../referee/ownRuns/catchUpRound.ts';
import type { Event } from '../referee/event.ts';
import type { Settings } from '../referee/session/settings.ts';
import { CATCH_UP_ROUND_EVENTS, catchUpRoundsOf } from './catchUpRounds.ts';
import { fileOf, type NetworkFile } from '../network/networkFile.ts';
import { settingsFor } from './settings.ts';

/** What a session is opened with for those who were absent. */
export interface CatchUp {
  readonly file: NetworkFile;
  readonly settings: Settings;
  readonly catchUpRounds: readonly CatchUpRound[];
}

/** What of a log `catchUpOf` reads. */
export const CATCH_UP_EVENTS: readonly Event['type'][] = [
  'sessionCreated',
  'rulesChanged',
  ...CATCH_UP_ROUND_EVENTS,
];

/** As the class had them last. */
function settingsIn(log: readonly Event[]): Settings | undefined {
  return log.reduce<Settings | undefined>((now, event) => {
    if (event.type === 'sessionCreated' || event.type === 'sessionBeganAgain') return event.settings;
    return event.type === 'rulesChanged' && now ? { ...now, ...event.changes } : now;
  }, undefined);
}

/**
 * The rounds of a class for who was not there, alone, at its own pace and without a clock: the questions that seats of
 * the class were asked, about the weights that the class had then. After each the weights go where the class's went.
 *
 * @param log  a session's events in order, those of `CATCH_UP_EVENTS` at least
 * @returns undefined where no team has come to a reveal yet, and where everyone worked alone anyway
 */
export function catchUpOf(log: readonly Event[]): CatchUp | undefined {
  const created = log.find((event) => event.type === 'sessionCreated');
  const settings = settingsIn(log);
  if (!created || !settings || settings.pacing === 'self') return undefined;
  const catchUpRounds = catchUpRoundsOf(log);
  if (catchUpRounds.length === 0) return undefined;
  const { title, network, data } = created;
  const { asksFor, asks, seat, parameterKinds, help, helpAdapts } = settings;
  return {
    file: fileOf(
      title,
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
