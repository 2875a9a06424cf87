import type { PlanStep } from './settings.ts';
import type { Session } from './state.ts';
import { hasDiverged, trainByMachine } from '../training/training.ts';
import { voteFor } from '../activities/vote.ts';

/** Tells whether a step of the plan can begin: a vote needs a mistake, and training has to stay finite. */
function canBegin(session: Session, step: PlanStep): boolean {
  if (step.type === 'vote') return voteFor(session, 0, null) !== undefined;
  return step.type !== 'machine' || !hasDiverged(session, trainByMachine(session, step.steps, 0));
}

/** Index of the next step of the plan that can begin; undefined where there is none. */
export function nextPlanStep(session: Session): number | undefined {
  const plan = session.settings.plan ?? [];
  for (let step = session.step + 1; step < plan.length; step++)
    if (canBegin(session, plan[step]!)) return step;
  return undefined;
}
