import { accept, type Decision, reject } from '../decision.ts';
import type { SessionPlan } from '../plan/planSteps.ts';
import { wordsTextOf } from '../plan/planWords.ts';
import { ruleSetsOf } from '../session/rules.ts';
import type { PlanStep } from '../session/settings.ts';
import type { Session } from '../session/state.ts';
import { hasQuestions } from '../teams/seating.ts';

/** Content of a step without its minutes, which can still change while it lasts. */
const content = ({ minutes: _minutes, ...step }: PlanStep): string => JSON.stringify(step);

/** Tells whether two plans have the same first steps. */
function beginAlike(a: readonly PlanStep[], b: readonly PlanStep[], count: number): boolean {
  const first = (steps: readonly PlanStep[]): string => steps.slice(0, count).map(content).join();
  return first(a) === first(b);
}

/** Changes the steps of a lesson's plan that are still to come, and the minutes and words of any. */
export function changePlan(session: Session, { steps, bell, words }: SessionPlan, at: number): Decision {
  const { settings, step } = session;
  if (settings.plan === null) return reject('wrongPhase');
  if (!beginAlike(steps, settings.plan, step + 1)) return reject('planPast');
  const ruleSets = ruleSetsOf({ ...settings, plan: steps });
  if (!ruleSets.every((rules) => hasQuestions(session.initial, rules))) return reject('nothingToAsk');
  return { ...accept({ type: 'planChanged', at, plan: steps, bell }), texts: [wordsTextOf(words)] };
}
