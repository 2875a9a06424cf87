import type { RoundRules, Settings } from '../referee/session/settings.ts';
import { LESSON_BELL, LESSON_PLAN } from './plan.ts';

/** Kinds of session that one press starts. */
export const SESSION_KINDS = ['hosted', 'tenMinutes', 'oneQuestion', 'lesson', 'homework'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Time of a layer in a relay, ms. */
export const RELAY_TIMES = { outputMs: 40_000, hiddenMs: 50_000 } as const;

const ROUND: RoundRules = {
  style: 'parallel',
  asksFor: 'backward',
  asks: 'contribution',
  seat: 'any',
  parameterKinds: 'weights',
  order: 'best',
  samples: 'byLanes',
  forwardMs: 45_000,
  outputMs: 90_000,
  hiddenMs: 120_000,
  weights: 'true',
  scored: true,
  trains: true,
};

const HOSTED: Settings = {
  ...ROUND,
  pacing: 'host',
  teams: 1,
  teamSamples: 'different',
  rounds: null,
  firstSeat: 'first',
  revealMs: 45_000,
  updateMs: 10_000,
  speedBonus: false,
  help: 'work',
  helpAdapts: true,
  timeFactor: 1,
  dueAt: null,
  plan: null,
  bell: null,
};

const KINDS: Record<SessionKind, Settings> = {
  hosted: HOSTED,
  /** A competition between joining and podium: four relays by the clock, weights earned by answers. */
  tenMinutes: {
    ...HOSTED,
    ...RELAY_TIMES,
    style: 'relay',
    weights: 'earned',
    pacing: 'auto',
    teams: 'bySize',
    rounds: 4,
    revealMs: 20_000,
    updateMs: 8_000,
    speedBonus: true,
  },
  /** One question for the class, one minute. */
  oneQuestion: {
    ...HOSTED,
    teamSamples: 'same',
    pacing: 'auto',
    rounds: 1,
    outputMs: 60_000,
    hiddenMs: 60_000,
    revealMs: 20_000,
    updateMs: 8_000,
  },
  /** The 50-minute lesson, step by step. All teams take the samples in the order in which the loss falls every round. */
  lesson: {
    ...HOSTED,
    teams: 'bySize',
    teamSamples: 'same',
    samples: 1,
    plan: LESSON_PLAN,
    bell: LESSON_BELL,
  },
  /** Self-paced for every player, until the due time. */
  homework: { ...HOSTED, pacing: 'self', teamSamples: 'same', samples: 1, rounds: 6, timeFactor: 'untimed' },
};

/** Settings of a kind of session; the host's choices take precedence. */
export function settingsFor(kind: SessionKind, chosen: Partial<Settings> = {}): Settings {
  return { ...KINDS[kind], ...chosen };
}

export const DEFAULT_SETTINGS: Settings = KINDS.hosted;
