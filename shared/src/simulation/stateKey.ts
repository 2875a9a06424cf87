import type { Session } from '../referee/session/state.ts';

/**
 * Key of a session's state, by its rules and not by its numbers: stage, phases, turns, progress of every player,
 * pauses, absences. Sessions with different networks and texts can have the same key.
 */
export function stateKey({ status, pausedAt, activity, step, players, runs }: Session): number {
  const people = Object.values(players).map(
    ({ removal, leftAt, timeFactor, streak, run }) =>
      `${run}${removal ?? ''}${leftAt === null ? '' : 'x'}${timeFactor}${Math.min(streak, 4)}`,
  );
  const rounds = Object.values(runs).map((run) => {
    const { phase, rules, lanes, seats, answers, finishing, bets, extraQuestions } = run;
    const ways = lanes.map(({ turn, closed }) => `${turn?.layer ?? '-'}${closed.length}`);
    const parts = seats.map(({ player, question, unit }) => {
      const given = answers[player ?? '']?.parts ?? {};
      const each = Object.values(given).map((one) => `${one?.tries}${one?.right ? '+' : '-'}`);
      return `${unit.layer}${player === null ? '_' : (question?.kind ?? 'f')}${each.join('')}`;
    });
    const late = `${Object.keys(finishing).length}${Object.keys(bets).length}${Object.values(extraQuestions).flat().length}`;
    return [phase.name, rules.style, rules.weights, rules.scored, ways.join(), parts.join(), late].join('/');
  });
  const { type, closedAt } = activity ?? { type: '', closedAt: null };
  return hash(
    [status, pausedAt !== null, type, closedAt !== null, step, people.join(), rounds.join()].join('|'),
  );
}

/** FNV-1a, twice: 52 bits are enough for hundreds of millions of states. */
function hash(text: string): number {
  let [a, b] = [2166136261, 0x9747b28c];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 16777619);
    b = Math.imul(b ^ code, 0x5bd1e995);
  }
  return (a >>> 0) * 2 ** 20 + ((b >>> 0) % 2 ** 20);
}
