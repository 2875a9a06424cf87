import type { Settings } from '../referee/state.ts';

/** The ways to start a session with one press. */
export const SESSION_KINDS = ['hosted', 'tenMinutes', 'oneQuestion'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

const HOSTED: Settings = {
  pacing: 'host',
  teams: 1,
  rounds: null,
  outputMs: 90_000,
  hiddenMs: 120_000,
  revealMs: 45_000,
  updateMs: 10_000,
  speedBonus: false,
};

const KINDS: Record<SessionKind, Settings> = {
  hosted: HOSTED,
  /** A competition between joining and podium: four rounds by the clock. */
  tenMinutes: {
    ...HOSTED,
    pacing: 'auto',
    teams: 'bySize',
    rounds: 4,
    revealMs: 20_000,
    updateMs: 8_000,
    speedBonus: true,
  },
  /** The class, one question, a minute. */
  oneQuestion: {
    ...HOSTED,
    pacing: 'auto',
    rounds: 1,
    outputMs: 60_000,
    hiddenMs: 60_000,
    revealMs: 20_000,
    updateMs: 8_000,
  },
};

/** The settings of a kind of session; what the host chose goes before the kind's own. */
export function settingsFor(kind: SessionKind, chosen: Partial<Settings> = {}): Settings {
  return { ...KINDS[kind], ...chosen };
}

export const DEFAULT_SETTINGS: Settings = KINDS.hosted;
