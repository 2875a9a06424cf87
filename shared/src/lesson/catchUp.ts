import type { Settings } from '../referee/settings.ts';
import type { Session } from '../referee/state.ts';
import { teamRuns } from '../referee/teams.ts';
import { samplesOf } from '../referee/weights.ts';
import { fileOf, type NetworkFile } from './networkFile.ts';
import { settingsFor } from './settings.ts';

/** What a session is opened with for those who were absent. */
export interface CatchUp {
  readonly file: NetworkFile;
  readonly seed: number;
  readonly settings: Settings;
}

/**
 * The same questions in the same order for who was not there: the class's network, samples and seed, everyone alone and
 * without a clock. The weights move truly, so the numbers are those of a class whose weights did.
 *
 * @returns undefined where no team has played a round yet
 */
export function catchUpOf({ title, initial, data, seed, settings, runs }: Session): CatchUp | undefined {
  const first = teamRuns({ runs })[0];
  if (!first || first.round === 0) return undefined;
  const { asksFor, asks, seat, diamonds, order, help, helpAdapts, speedBonus } = settings;
  const samples = settings.samples === 'byLanes' ? samplesOf(first).length : settings.samples;
  return {
    file: fileOf(
      title,
      initial,
      [...data].map(({ x, t }) => ({ x: [...x], t: [...t] })),
    ),
    seed,
    settings: settingsFor('homework', {
      asksFor,
      asks,
      seat,
      diamonds,
      order,
      help,
      helpAdapts,
      speedBonus,
      samples,
      rounds: first.round,
    }),
  };
}
