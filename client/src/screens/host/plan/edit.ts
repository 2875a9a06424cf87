import type { FileStep, PlanFile, StepType } from '@relay/shared/referee/plan/planFile';

/** Changes of a plan in the editor. Every function returns a new plan. */

/** Minutes and content of a new step, by its type. */
const NEW: Readonly<Record<StepType | 'relay' | 'forward', FileStep>> = {
  join: { type: 'join', minutes: 4 },
  talk: { type: 'talk', minutes: 3 },
  forward: {
    type: 'round',
    asksFor: 'forward',
    forwardSeconds: 45,
    scored: false,
    trains: false,
    minutes: 4,
  },
  round: { type: 'round', minutes: 6 },
  relay: { type: 'round', style: 'relay', outputSeconds: 40, hiddenSeconds: 50, minutes: 3 },
  vote: { type: 'vote', seconds: 60, minutes: 3 },
  trial: { type: 'trial', x: [0, 1], seconds: 60, minutes: 1 },
  machine: { type: 'machine', steps: 1_000, minutes: 1 },
  sheet: { type: 'sheet', seconds: 90, minutes: 3 },
  podium: { type: 'podium', minutes: 5 },
};

/** Steps that can be added, in the order of the menu. */
export const ADDABLE = ['talk', 'forward', 'round', 'relay', 'vote', 'trial', 'machine', 'sheet'] as const;
export type Addable = (typeof ADDABLE)[number];

const withSteps = (plan: PlanFile, steps: readonly FileStep[]): PlanFile => ({ ...plan, steps });

/** Index behind the last step that can be moved: the podium stays last. */
const endOf = ({ steps }: PlanFile): number =>
  steps.at(-1)?.type === 'podium' ? steps.length - 1 : steps.length;

export function addStep(plan: PlanFile, what: Addable): PlanFile {
  return withSteps(plan, plan.steps.toSpliced(endOf(plan), 0, NEW[what]));
}

export function removeSteps(plan: PlanFile, indices: readonly number[]): PlanFile {
  return withSteps(
    plan,
    plan.steps.filter((_, i) => !indices.includes(i)),
  );
}

/** Tells whether a step can change places with the one before (−1) or after it (1). */
export function canMove(plan: PlanFile, played: number, index: number, by: -1 | 1): boolean {
  const first = Math.max(played, plan.steps[0]?.type === 'join' ? 1 : 0);
  const isMovable = (i: number): boolean => i >= first && i < endOf(plan);
  return isMovable(index) && isMovable(index + by);
}

export function moveStep(plan: PlanFile, index: number, by: -1 | 1): PlanFile {
  return withSteps(plan, plan.steps.toSpliced(index, 1).toSpliced(index + by, 0, plan.steps[index]!));
}

/** Changes fields of a step; those that are undefined are taken out. */
export function changeStep(plan: PlanFile, index: number, change: object): PlanFile {
  const changed = Object.entries({ ...plan.steps[index]!, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  return withSteps(plan, plan.steps.with(index, Object.fromEntries(changed) as FileStep));
}
