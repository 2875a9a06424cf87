import type { StepWords } from '@relay/shared/referee/plan/planFile';
import { type PlanWords, wordsIdOf } from '@relay/shared/referee/plan/planSteps';
import type { plan } from '../../../strings/en/plan';
import { hasWords, t } from '../../../strings/language';

type StepName = keyof typeof plan.steps;
type Moment = 'join' | 'end' | StepName;

const isStep = (id: string): id is StepName => hasWords(`plan.steps.${id}`);
const isMoment = (id: string): id is Moment => id === 'join' || id === 'end' || isStep(id);

const ofGame = (id: Moment, what: 'name' | 'say' | 'short'): string =>
  id === 'join' || id === 'end' ? t(`plan.${id}.${what}`) : t(`plan.steps.${id}.${what}`);

/** Words for a step of the plan: those that the host typed, else those that the game has. */
export function stepWords(id: string, typed: PlanWords = {}): Required<StepWords> {
  const known = wordsIdOf(id);
  const own = typed[id] ?? {};
  const word = (what: 'name' | 'say' | 'short', otherwise: string): string =>
    own[what] ?? (isMoment(known) ? ofGame(known, what) : otherwise);
  return { name: word('name', id), say: word('say', ''), short: word('short', '') };
}
