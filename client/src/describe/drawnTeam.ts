import type { PublicView } from '@relay/shared/referee/view';
import { sessionOf } from '../picture/session';
import { t } from '../strings/language';

/** Sample in the first lane of a team, as an index into the data. */
const sampleOf = (view: PublicView, run: string): number | undefined => view.lanes[`${run}/0`]?.sample;

/** Name of the team that is drawn, with its lane where it has several, and its sample where other teams have others. */
export function drawnTeamWords(view: PublicView, run: string): string {
  const session = sessionOf(view);
  const team = t('host.teamCaption', { team: run });
  const name = (view.runs[run]?.lanes ?? 0) > 1 ? t('relay.projector.teamLane', { team, lane: 1 }) : team;
  const sample = sampleOf(view, run);
  const isShared = session?.runs.every((other) => sampleOf(view, other) === sample) ?? true;
  if (isShared || sample === undefined) return name;
  return t('projector.sampleOf', { name, sample: sample + 1, samples: session!.samples });
}
