import type { PlanStep, RoundRules } from '../referee/session/settings.ts';

/** Rules of the lesson's relays: a little shorter than the rounds before them. */
const RELAY: Partial<RoundRules> = { style: 'relay', outputMs: 40_000, hiddenMs: 50_000 };

const relay = (id: string, from: number): PlanStep => ({
  id,
  type: 'round',
  minutes: [from, from + 3],
  rules: RELAY,
});

/**
 * Steps of the 50-minute lesson between joining and podium, with their minutes. The words for each step (to say, to
 * leave out when time is short) are in the string files, by its id.
 */
export const LESSON_PLAN: readonly PlanStep[] = [
  {
    id: 'forward',
    type: 'round',
    minutes: [4, 8],
    rules: { asksFor: 'forward', forwardMs: 45_000, scored: false, trains: false },
  },
  { id: 'outputs', type: 'round', minutes: [8, 14], rules: { seat: 'output', outputMs: 90_000 } },
  { id: 'hidden', type: 'round', minutes: [14, 21], rules: { seat: 'hidden', hiddenMs: 120_000 } },
  { id: 'vote', type: 'vote', minutes: [21, 24], ms: 60_000 },
  relay('relay1', 24),
  relay('relay2', 27),
  relay('relay3', 30),
  relay('relay4', 33),
  { id: 'trial', type: 'trial', minutes: [36, 37], x: [0, 1], ms: 60_000 },
  { id: 'machine', type: 'machine', minutes: [37, 38], steps: 1_000 },
  { id: 'trialAgain', type: 'trial', minutes: [38, 39], x: [0, 1], ms: 45_000 },
  { id: 'exitTicket', type: 'exitTicket', minutes: [39, 44], ms: 90_000 },
];
