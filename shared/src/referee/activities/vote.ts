import { idsMade } from '../../question/diagnosis/mistakesMade.ts';
import { slipOf } from '../../question/kinds/debug.ts';
import type { MistakeId } from '../../question/question.ts';
import { activityTiming, type Vote } from './activity.ts';
import { seatOf } from '../round/progress.ts';
import type { Run } from '../round/run.ts';
import { situationIn } from '../round/situation.ts';
import type { Session } from '../session/state.ts';
import { teamRuns } from '../teams/teams.ts';

/** Vote on the most frequent mistake of the round that a written working can show; undefined where there is none. */
export function voteFor(session: Session, at: number, ms: number | null): Vote | undefined {
  const mistakesMade = teamRuns(session).flatMap((run) =>
    Object.entries(run.answers).flatMap(([player, { verdicts }]) => {
      // Of several that lead to the same number the first is shown.
      const ids = Object.values(verdicts)
        .flatMap(idsMade)
        .map(([id]) => id);
      return [...new Set(ids)].map((id) => ({ id, run, player }));
    }),
  );
  const counts = new Map<MistakeId, number>();
  for (const { id } of mistakesMade) counts.set(id, (counts.get(id) ?? 0) + 1);
  const byFrequency = mistakesMade.toSorted((a, b) => counts.get(b.id)! - counts.get(a.id)!);
  for (const { id, run, player } of byFrequency) {
    const seat = seatOf(run, player);
    const edge = seat?.question?.edge;
    if (!seat || !edge) continue;
    const situation = { ...situationIn(run, seat.lane), network: roundNetwork(run) };
    const slip = slipOf(situation, edge, id);
    if (!slip) continue;
    const { network, sample } = situation;
    return {
      type: 'vote',
      ...activityTiming(at, ms),
      network,
      sample,
      edge,
      ...slip,
      mistake: id,
      votes: {},
    };
  }
  return undefined;
}

/** Network with the parameters that the round was asked about: those before the update, where there has been one. */
function roundNetwork({ network, phase, lastUpdate }: Run) {
  return phase.name === 'update' && lastUpdate ? { ...network, ...lastUpdate.before } : network;
}
