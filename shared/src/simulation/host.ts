import type { Press } from '../referee/press.ts';
import { TIME_FACTORS } from '../referee/session/settings.ts';
import type { Session } from '../referee/session/state.ts';
import type { SeededRandom } from './seededRandom.ts';
import { drawChanges } from './settings.ts';

/** Simulated hosts: some lead a class sensibly, some send any command at any time. */

/** Tells whether a sensible host would go on: every player has settled every part, or there is nothing to answer. */
function isReady({ runs, activity }: Session): boolean {
  if (activity) return false;
  return Object.values(runs).every(({ phase, seats, answers, lanes }) => {
    if (phase.name !== 'forward' && phase.name !== 'backward') return true;
    if (lanes.some(({ turn }) => turn !== null)) return false;
    return seats.every(({ player, question, forward }) => {
      const asked = phase.name === 'forward' ? forward?.question : question;
      const parts = answers[player ?? '']?.parts ?? {};
      return player === null || (asked?.parts ?? []).every((part) => parts[part]?.right);
    });
  });
}

/** Next command of a sensible host, if any. */
export function leadOf(random: SeededRandom, session: Session): Press | undefined {
  if (session.status === 'lobby') return random.is(0.5) ? { type: 'start' } : undefined;
  if (session.status === 'ended') return undefined;
  if (session.pausedAt !== null) return random.is(0.4) ? { type: 'resume' } : undefined;
  // A player who needs more time for the exit ticket is given it, and then the class goes on.
  const { activity } = session;
  if (activity?.type === 'exitTicket' && random.is(0.2))
    return activity.closedAt === null && random.is(0.6)
      ? {
          type: 'giveTime',
          player: random.of(Object.keys(session.players)),
          factor: random.of([1.5, 10, 'untimed']),
        }
      : { type: 'next' };
  const patience = session.settings.pacing === 'auto' ? 0.02 : isReady(session) ? 0.5 : 0.06;
  return random.is(patience) ? { type: 'next' } : undefined;
}

/** Draws any host command. */
export function anyHostCommand(random: SeededRandom, session: Session, players: readonly string[]): Press {
  const player = random.of([...players, 'nobody']);
  const teams = Object.keys(session.runs);
  const inputs = session.initial.inputs;
  return random.weighted<Press>([
    [1, { type: 'start' }],
    [3, { type: 'next' }],
    [2, { type: 'skip' }],
    [3, { type: 'pause' }],
    [2, { type: 'resume' }],
    [3, { type: 'addTime', ms: random.of([15_000, 30_000, 60_000]) }],
    [0.5, { type: 'lock', locked: random.is(0.5) }],
    [0.3, { type: 'end' }],
    [3, { type: 'changeRules', changes: drawChanges(random) }],
    [
      1,
      {
        type: 'changeDisplay',
        display: { names: random.is(0.5), scores: random.is(0.7), ranks: random.is(0.7) },
      },
    ],
    [0.5, { type: 'renamePlayer', player, name: 'somebody' }],
    [1, { type: 'removePlayer', player, banned: random.is(0.5) }],
    [2, moved(random, player, teams)],
    [3, { type: 'giveTime', player, factor: random.of(TIME_FACTORS) }],
    [
      2,
      {
        type: 'trainMachine',
        steps: random.weighted([
          [8, random.whole(1, 20)],
          [0.2, 1_000],
          [1, 0],
        ] as const),
      },
    ],
    [2, { type: 'openVote' }],
    [2, { type: 'openTrial', x: Array.from({ length: inputs + (random.is(0.1) ? 1 : 0) }, () => 0.5) }],
    [4, { type: 'openExitTicket' }],
    [
      1,
      {
        type: 'showExample',
        topic: random.is(0.3) ? null : { type: 'mistake', mistake: 'slope-missing' },
      },
    ],
    [0.3, { type: 'playAgain' }],
    [0.3, { type: 'continueLesson', changes: {} }],
  ]);
}

const moved = (random: SeededRandom, player: string, teams: readonly string[]): Press => ({
  type: 'movePlayer',
  player,
  run: random.is(0.2) ? null : random.of([...teams, 'nowhere']),
  unit: random.is(0.6) ? null : random.of(['h1', 'h2', 'y1', 'x1', 'h1.2']),
});

/** Draws a command for after the end. */
export function afterTheEnd(random: SeededRandom): Press {
  return random.is(0.5)
    ? { type: 'playAgain' }
    : { type: 'continueLesson', changes: random.is(0.5) ? {} : drawChanges(random) };
}
