import type { plan } from '../../../strings/en/plan';
import { hasWords } from '../../../strings/language';

export type PlanStepName = keyof typeof plan.steps;

/** Narrows an id to a step of a plan that the string files describe. */
export const isStep = (id: string): id is PlanStepName => hasWords(`plan.steps.${id}`);
