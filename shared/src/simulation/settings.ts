import { LESSON_PLAN } from '../lesson/plan.ts';
import { DEFAULT_SETTINGS, SESSION_KINDS, settingsFor } from '../lesson/settings.ts';
import type { NetworkFile } from '../network/networkFile.ts';
import { PARAMETER_KINDS } from '../question/pick.ts';
import { QUESTION_KINDS } from '../question/kinds.ts';
import { HELP_LEVELS } from '../question/question.ts';
import type { TimeFactor } from '../referee/session/settings.ts';
import {
  type Changes,
  PARAMETER_ORDERS,
  type PlanStep,
  type RoundRules,
  SEAT_KINDS,
  type Settings,
  STYLES,
  ROUND_DIRECTIONS,
  WEIGHT_MODES,
} from '../referee/session/settings.ts';
import type { Chance } from './chance.ts';

/** Draws rules that a host could choose, sensible or not. */

function drawRoundRules(chance: Chance): RoundRules {
  return {
    style: chance.of(STYLES),
    asksFor: chance.weighted([
      [5, ROUND_DIRECTIONS[0]],
      [1, ROUND_DIRECTIONS[1]],
      [2, ROUND_DIRECTIONS[2]],
    ]),
    asks: chance.is(0.7) ? 'contribution' : chance.of(QUESTION_KINDS),
    seat: chance.is(0.7) ? 'any' : chance.of(SEAT_KINDS),
    parameterKinds: chance.of(PARAMETER_KINDS),
    order: chance.of(PARAMETER_ORDERS),
    samples: chance.is(0.5) ? 'byLanes' : chance.whole(1, 3),
    forwardMs: chance.of([20_000, 45_000]),
    outputMs: chance.of([20_000, 40_000, 90_000]),
    hiddenMs: chance.of([30_000, 50_000, 120_000]),
    weights: chance.of(WEIGHT_MODES),
    scored: chance.is(0.85),
    trains: chance.is(0.85),
  };
}

/** Draws part of the lesson's own plan, on a network with as many inputs as its trials, or something shorter. */
function drawPlan(chance: Chance, inputs: number): readonly PlanStep[] {
  const fits = LESSON_PLAN.filter((step) => step.type !== 'trial' || step.x.length === inputs);
  // A thousand machine steps in every world would take most of the simulation's time.
  const short = fits.map((step) =>
    step.type === 'machine' ? { ...step, steps: chance.whole(1, 20) } : step,
  );
  return chance.is(0.5) ? short : short.filter(() => chance.is(0.5));
}

export function drawSettings(chance: Chance, { layers }: NetworkFile): Settings {
  if (chance.is(0.15)) return settingsFor(chance.of(SESSION_KINDS.filter((kind) => kind !== 'lesson')));
  const pacing = chance.weighted([
    [4, 'host'],
    [5, 'auto'],
    [1.5, 'self'],
  ] as const);
  const hasPlan = pacing !== 'self' && chance.is(0.2);
  return {
    ...DEFAULT_SETTINGS,
    ...drawRoundRules(chance),
    pacing,
    teams: chance.is(0.5) ? 'bySize' : chance.whole(1, 3),
    rounds: chance.is(0.3) ? null : chance.whole(1, 5),
    revealMs: chance.of([5_000, 20_000]),
    updateMs: chance.of([3_000, 8_000]),
    speedBonus: chance.is(0.5),
    help: chance.of(HELP_LEVELS),
    helpAdapts: chance.is(0.7),
    timeFactor: chance.weighted<TimeFactor>([
      [8, 1],
      [1, 1.5],
      [1, 2],
      [0.5, 'untimed'],
    ]),
    dueAt: null,
    plan: hasPlan ? drawPlan(chance, layers[0]!.units) : null,
  };
}

/** Draws changes of the settings during a session. */
export function drawChanges(chance: Chance): Changes {
  const rules = drawRoundRules(chance);
  const kept = Object.entries(rules).filter(() => chance.is(0.25));
  const changes: Changes = Object.fromEntries(kept);
  const rounds = chance.is(0.2) ? { rounds: chance.whole(1, 6) } : {};
  const teams = chance.is(0.1) ? { teams: chance.whole(1, 3) } : {};
  return { ...changes, ...rounds, ...teams, ...(chance.is(0.2) ? { speedBonus: chance.is(0.5) } : {}) };
}
