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
  TEAM_SAMPLES,
  WEIGHT_MODES,
} from '../referee/session/settings.ts';
import type { SessionPlan } from '../referee/plan/planSteps.ts';
import type { Session } from '../referee/session/state.ts';
import type { SeededRandom } from './seededRandom.ts';

/** Draws rules that a host could choose, sensible or not. */

function drawRoundRules(random: SeededRandom): RoundRules {
  return {
    style: random.of(STYLES),
    asksFor: random.weighted([
      [5, ROUND_DIRECTIONS[0]],
      [1, ROUND_DIRECTIONS[1]],
      [2, ROUND_DIRECTIONS[2]],
    ]),
    asks: random.is(0.7) ? 'contribution' : random.of(QUESTION_KINDS),
    seat: random.is(0.7) ? 'any' : random.of(SEAT_KINDS),
    parameterKinds: random.of(PARAMETER_KINDS),
    order: random.of(PARAMETER_ORDERS),
    samples: random.is(0.5) ? 'byLanes' : random.whole(1, 3),
    forwardMs: random.of([20_000, 45_000]),
    outputMs: random.of([20_000, 40_000, 90_000]),
    hiddenMs: random.of([30_000, 50_000, 120_000]),
    weights: random.of(WEIGHT_MODES),
    scored: random.is(0.85),
    trains: random.is(0.85),
  };
}

/** Draws part of the lesson's own plan, on a network with as many inputs as its trials, or something shorter. */
function drawPlan(random: SeededRandom, inputs: number): readonly PlanStep[] {
  const fits = LESSON_PLAN.filter((step) => step.type !== 'trial' || step.x.length === inputs);
  // A thousand machine steps in every world would take most of the simulation's time.
  const short = fits.map((step) =>
    step.type === 'machine' ? { ...step, steps: random.whole(1, 20) } : step,
  );
  const chosen = random.is(0.5) ? short : short.filter(() => random.is(0.5));
  return random.is(0.5) ? chosen : chosen.flatMap((step) => withTalk(random, step));
}

/** A step, sometimes with words of the teacher before it. */
function withTalk(random: SeededRandom, step: PlanStep): readonly PlanStep[] {
  const [from] = step.minutes;
  const talk = { id: `talk-${step.id}`, type: 'talk', minutes: [from, from + 1] } as const;
  return random.is(0.3) ? [talk, step] : [step];
}

/** Draws another plan for a session that has one: mostly with the steps that have been played, sometimes without. */
export function drawPlanChange(random: SeededRandom, { settings, step }: Session): SessionPlan {
  const plan = settings.plan ?? [];
  const played = random.is(0.9) ? plan.slice(0, step + 1) : plan.slice(1);
  const toCome = plan.slice(step + 1).filter(() => random.is(0.7));
  const words = random.is(0.3) ? { vote: { say: 'Vote now.' } } : {};
  return { steps: [...played, ...toCome.toReversed()], bell: random.whole(10, 60), words };
}

export function drawSettings(random: SeededRandom, { layers }: NetworkFile): Settings {
  if (random.is(0.15)) return settingsFor(random.of(SESSION_KINDS.filter((kind) => kind !== 'lesson')));
  const pacing = random.weighted([
    [4, 'host'],
    [5, 'auto'],
    [1.5, 'self'],
  ] as const);
  const hasPlan = pacing !== 'self' && random.is(0.2);
  return {
    ...DEFAULT_SETTINGS,
    ...drawRoundRules(random),
    pacing,
    teams: random.is(0.5) ? 'bySize' : random.whole(1, 5),
    teamSamples: random.of(TEAM_SAMPLES),
    rounds: random.is(0.3) ? null : random.whole(1, 5),
    revealMs: random.of([5_000, 20_000]),
    updateMs: random.of([3_000, 8_000]),
    speedBonus: random.is(0.5),
    help: random.of(HELP_LEVELS),
    helpAdapts: random.is(0.7),
    timeFactor: random.weighted<TimeFactor>([
      [8, 1],
      [1, 1.5],
      [1, 2],
      [0.5, 'untimed'],
    ]),
    dueAt: null,
    plan: hasPlan ? drawPlan(random, layers[0]!.units) : null,
  };
}

/** Draws changes of the settings during a session. */
export function drawChanges(random: SeededRandom): Changes {
  const rules = drawRoundRules(random);
  const kept = Object.entries(rules).filter(() => random.is(0.25));
  const changes: Changes = Object.fromEntries(kept);
  const rounds = random.is(0.2) ? { rounds: random.whole(1, 6) } : {};
  const teams = random.is(0.1) ? { teams: random.whole(1, 3), teamSamples: random.of(TEAM_SAMPLES) } : {};
  return { ...changes, ...rounds, ...teams, ...(random.is(0.2) ? { speedBonus: random.is(0.5) } : {}) };
}
