import type { Changes, PlanStep, RoundRules, Settings } from './settings.ts';
import type { Session } from './state.ts';

/** First updates of a run, which are always true, so that a class sees undisturbed learning first. */
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

/** Present step of the plan; undefined where there is none. */
function planStepOf({ settings, step }: Pick<Session, 'settings' | 'step'>): PlanStep | undefined {
  return settings.plan?.[step];
}

/**
 * Rules of a round that opens now.
 *
 * @param updates  number of rounds that have moved the weights of the run
 */
export function rulesFor(session: Pick<Session, 'settings' | 'step'>, updates: number): RoundRules {
  const step = planStepOf(session);
  const rules = { ...onlyRoundRules(session.settings), ...(step?.type === 'round' ? step.rules : {}) };
  // Updates from wrong answers need a host who explains them.
  const isTrue =
    updates < TRUE_UPDATES || (rules.weights === 'answered' && session.settings.pacing !== 'host');
  return isTrue ? { ...rules, weights: 'true' } : rules;
}

/** Tells whether changes concern the rules or the number of rounds. */
export function changesRounds(settings: Settings, changes: Changes): boolean {
  const rules = onlyRoundRules(settings);
  return Object.keys(changes).some((name) => name === 'rounds' || name in rules);
}

/** Sets of rules that rounds of a session may have: those of the plan, else those of the settings. */
export function ruleSetsOf(settings: Settings): RoundRules[] {
  const base = onlyRoundRules(settings);
  const planned = (settings.plan ?? []).flatMap((step) =>
    step.type === 'round' ? [{ ...base, ...step.rules }] : [],
  );
  return planned.length > 0 ? planned : [base];
}

/** Most different samples in a batch. */
export function batchLimit(rules: Pick<RoundRules, 'samples'>, data: readonly unknown[]): number {
  return rules.samples === 'byLanes' ? data.length : Math.min(rules.samples, data.length);
}
