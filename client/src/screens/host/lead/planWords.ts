import { plan } from '../../../strings/en/plan';

export type PlanStepName = keyof typeof plan.steps;

/** Whether the string files have words for this step of a plan. */
export const isStep = (id: string): id is PlanStepName => id in plan.steps;
