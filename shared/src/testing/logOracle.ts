import type { Event } from '../referee/event.ts';

/**
 * Checks the rules of a session by reading nothing but its log: a second opinion that shares no code with the referee.
 *
 * @returns every rule that was broken, in words; empty for an honest log
 */
export function brokenRules(log: readonly Event[]): string[] {
  const broken: string[] = [];
  const rule = (holds: boolean, words: string): void => {
    if (!holds) broken.push(words);
  };
  interface OpenRound {
    readonly opened: Extract<Event, { type: 'roundOpened' }>;
    deadlines: { output: number; hidden: number };
    revealed: boolean;
    readonly right: Set<string>;
    readonly tries: Map<string, number>;
    readonly points: Map<string, number>;
  }
  const open = new Map<string, OpenRound>();
  const answerIds = new Set<string>();
  const weights = new Map<string, string>();
  let paused = false;
  let ended = false;
  let at = 0;

  for (const event of log) {
    rule(event.at >= at, 'time runs forward');
    at = event.at;
    rule(
      !ended || event.type === 'playerLeft' || event.type === 'playerReturned',
      `${event.type} after the end`,
    );
    switch (event.type) {
      case 'roundOpened': {
        rule(!paused, 'no round opens in a pause');
        const before = open.get(event.run);
        rule(event.round === (before?.opened.round ?? 0) + 1, 'rounds are counted one by one');
        const seated = event.seats.flatMap(({ player }) => (player === null ? [] : [player]));
        rule(new Set(seated).size === seated.length, 'one seat a player');
        const asked = event.seats.flatMap(({ question }) =>
          question ? [JSON.stringify([question.unit, question.edge, question.sample])] : [],
        );
        rule(new Set(asked).size === asked.length, 'no two of a team are asked the same');
        rule(
          event.seats.every(({ player, question }) => (player === null) === (question === null)),
          'people are asked, machines are not',
        );
        open.set(event.run, {
          opened: event,
          deadlines: event.deadlines,
          revealed: false,
          right: new Set(),
          tries: new Map(),
          points: new Map(),
        });
        break;
      }
      case 'answerGraded': {
        const round = open.get(event.run)!;
        const seat = round.opened.seats.find(({ player }) => player === event.player);
        rule(!paused, 'no answer is taken in a pause');
        rule(
          !round.revealed && round.opened.round === event.round,
          'answers count only in the answering phase',
        );
        rule(seat?.question?.parts.includes(event.part) === true, 'only what is asked is graded');
        const layers = round.opened.lanes[0]!.pass.sums.length;
        const limit = seat?.unit.layer === layers ? round.deadlines.output : round.deadlines.hidden;
        rule(event.at <= limit, 'no answer counts after its deadline');
        const part = `${event.player}/${event.part}`;
        const id = `${event.player}/${event.run}/${event.round}/${event.answerId}`;
        rule(!answerIds.has(id), 'an answer is graded once');
        answerIds.add(id);
        rule(!round.right.has(part), 'no part is graded after it was right');
        const counts = event.verdict.outcome === 'correct' || event.verdict.outcome === 'wrong';
        const tries = (round.tries.get(part) ?? 0) + (counts ? 1 : 0);
        rule(event.tries === tries && tries <= 5, 'tries are counted, five at most');
        round.tries.set(part, tries);
        rule(event.points === 0 || event.verdict.outcome === 'correct', 'points are for right answers');
        if (event.verdict.outcome === 'correct') {
          round.right.add(part);
          rule(event.points > 0, 'a right part brings points');
          const sum = (round.points.get(event.player) ?? 0) + event.points;
          rule(sum <= 100 + 1e-9, 'a question is worth 100 at most');
          round.points.set(event.player, sum);
        }
        break;
      }
      case 'roundRevealed':
        open.get(event.run)!.revealed = true;
        break;
      case 'weightsUpdated': {
        const round = open.get(event.run)!;
        rule(round.revealed, 'weights move after the reveal');
        // Of lanes that carry the same sample, one counts.
        const lanes = round.opened.lanes.filter(
          (lane, i, all) => all.findIndex(({ sample }) => sample === lane.sample) === i,
        );
        event.gradients.weights.forEach((matrix, l) =>
          matrix.forEach((row, i) =>
            row.forEach((gradient, j) => {
              const mean =
                lanes.reduce((sum, lane) => sum + lane.truth.gradients.weights[l]![i]![j]!, 0) / lanes.length;
              rule(
                Math.abs(mean - gradient) <= 1e-12 + 1e-9 * Math.abs(mean),
                'weights move by the mean true gradient',
              );
            }),
          ),
        );
        rule(
          weights.get(event.run) !== JSON.stringify(event.parameters) || event.loss < 1e-6 || isStill(event),
          'weights move',
        );
        weights.set(event.run, JSON.stringify(event.parameters));
        break;
      }
      case 'sessionPaused':
        paused = true;
        break;
      case 'sessionResumed':
      case 'deadlinesMoved':
        if (event.type === 'sessionResumed') paused = false;
        for (const [run, deadlines] of Object.entries(event.deadlines)) {
          const round = open.get(run)!;
          rule(
            deadlines.output >= round.deadlines.output && deadlines.hidden >= round.deadlines.hidden,
            'deadlines only move on',
          );
          round.deadlines = deadlines;
        }
        break;
      case 'sessionEnded':
        ended = true;
        break;
      default:
        break;
    }
  }
  return [...new Set(broken)];
}

/** A step too small for the rounding of a friendly network moves nothing. */
function isStill({ gradients }: Extract<Event, { type: 'weightsUpdated' }>): boolean {
  return gradients.weights.flat(2).every((gradient) => Math.abs(gradient) < 0.5);
}
