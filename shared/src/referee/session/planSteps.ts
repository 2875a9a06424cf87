import type { PlanStep } from './settings.ts';
import type { Session } from './state.ts';
import { hasDiverged, trainByMachine } from '../training/training.ts';
import { voteFor } from '../activities/vote.ts';

/** Whether there is anything to do in a step of the plan: a mistake to vote on, numbers that stay finite. */
function canBegin(session: Session, step: PlanStep): boolean {
  if (step.type === 'vote') return voteFor(session, 0, null) !== undefined;
  return step.type !== 'machine' || !hasDiverged(session, trainByMachine(session, step.steps, 0));
}

/** The next step of the plan that there is anything to do in; undefined at its end. */
export function nextPlanStep(session: Session): number | undefined {
  const plan = session.settings.plan ?? [];
  for (let step = session.step + 1; step < plan.length; step++)
    if (canBegin(session, plan[step]!)) return step;
  return undefined;
}
