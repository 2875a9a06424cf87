import { slipOf } from '../../question/kinds/debug.ts';
import type { MistakeId } from '../../question/question.ts';
import { activityTiming, type Vote } from './activity.ts';
import { seatOf } from '../round/progress.ts';
import type { Run } from '../round/run.ts';
import { situationIn } from '../round/situation.ts';
import type { Session } from '../session/state.ts';
import { teamRuns } from '../teams/teams.ts';

/** The most frequent mistake of the round, in a working that somebody could have handed in. */
export function voteFor(session: Session, at: number, ms: number | null): Vote | undefined {
  const made = teamRuns(session).flatMap((run) =>
    Object.entries(run.answers).flatMap(([player, { verdicts }]) => {
      const ids = Object.values(verdicts).flatMap((verdict): MistakeId[] =>
        verdict.outcome === 'wrong' && verdict.mistakes[0] ? [verdict.mistakes[0].id] : [],
      );
      return [...new Set(ids)].map((id) => ({ id, run, player }));
    }),
  );
  const counts = new Map<MistakeId, number>();
  for (const { id } of made) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { id, run, player } of made.toSorted((a, b) => counts.get(b.id)! - counts.get(a.id)!)) {
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

/** The network as the round saw it: after the update it has moved on. */
function roundNetwork({ network, phase, lastUpdate }: Run) {
  return phase.name === 'update' && lastUpdate ? { ...network, ...lastUpdate.before } : network;
}
