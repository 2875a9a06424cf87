import type { Changes, PlanStep, RoundRules, Settings } from './settings.ts';
import type { Session } from './state.ts';

/** Updates of a run that are always true, so that a class first sees what learning looks like. */
const TRUE_UPDATES = 2;

function onlyRoundRules(settings: Settings): RoundRules {
  const { style, asksFor, asks, seat, parameterKinds, order, samples, forwardMs, outputMs, hiddenMs } =
    settings;
  const { weights, scored, trains } = settings;
  return {
    style,
    asksFor,
    asks,
    seat,
    parameterKinds,
    order,
    samples,
    forwardMs,
    outputMs,
    hiddenMs,
    weights,
    scored,
    trains,
  };
}

/** The step of the plan that is on. */
function planStepOf({ settings, step }: Pick<Session, 'settings' | 'step'>): PlanStep | undefined {
  return settings.plan?.[step];
}

/**
 * The rules of a round that opens now.
 *
 * @param updates  how often the weights of its run have moved by a round
 */
export function rulesFor(session: Pick<Session, 'settings' | 'step'>, updates: number): RoundRules {
  const step = planStepOf(session);
  const rules = { ...onlyRoundRules(session.settings), ...(step?.type === 'round' ? step.rules : {}) };
  // Only a host who is there can talk about what wrong answers do to the weights.
  const isTrue =
    updates < TRUE_UPDATES || (rules.weights === 'answered' && session.settings.pacing !== 'host');
  return isTrue ? { ...rules, weights: 'true' } : rules;
}

/** Whether a change is to what rounds are like, or to how many there are. */
export function changesRounds(settings: Settings, changes: Changes): boolean {
  const rules = onlyRoundRules(settings);
  return Object.keys(changes).some((name) => name === 'rounds' || name in rules);
}

/** Every set of rules that a round of this session may have, as far as it is planned. */
export function ruleSetsOf(settings: Settings): RoundRules[] {
  const base = onlyRoundRules(settings);
  const planned = (settings.plan ?? []).flatMap((step) =>
    step.type === 'round' ? [{ ...base, ...step.rules }] : [],
  );
  return planned.length > 0 ? planned : [base];
}

/** How many different samples a batch can have. */
export function batchLimit(rules: Pick<RoundRules, 'samples'>, data: readonly unknown[]): number {
  return rules.samples === 'byLanes' ? data.length : Math.min(rules.samples, data.length);
}
