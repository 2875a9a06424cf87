import type { Part } from '../../question/question.ts';
import { rightAnswer } from '../answers.ts';
import { Act } from './act.ts';
import { refusal, TRIES, worth } from './model.ts';

/** Acts of a player with a seat. */

export const answer = (id: string, part: Part, as: 'right' | 'wrong' | 'junk' | 'long'): Act =>
  new Act(
    `${id} answers ${part}, ${as}`,
    (model) => {
      const refused = refusal(model, id, part);
      if (refused !== undefined && refused !== 'partNotAsked') return refused;
      const seat = model.seats.get(id)!;
      if (model.at > seat.deadlineAt) return 'tooLate';
      if (as === 'long') return 'answerTooLong';
      if (refused) return refused;
      const before = seat.given.get(part);
      if (before?.right) return 'partDone';
      return (before?.tries ?? 0) >= TRIES.length ? 'noTriesLeft' : 'accepted';
    },
    (table) => {
      const seat = table.session.runs['A']?.seats.find(({ player }) => player === id);
      const isAsked = seat?.question?.parts.includes(part) === true;
      const right = isAsked ? rightAnswer(seat.truth!, part) : '1';
      const wrong = part === 'places' ? 'o:x1' : `1 + ${right} * 1.5`;
      return table.answer(id, part, { right, wrong, junk: 'not a number', long: '1'.repeat(5_000) }[as]);
    },
    (model) => {
      const { given, hints, parts } = model.seats.get(id)!;
      // An answer that cannot be read is no try.
      if (as === 'junk') return;
      const tries = (given.get(part)?.tries ?? 0) + 1;
      given.set(part, { tries, right: as === 'right' });
      model.points.set(id, model.points.get(id)! + worth(part, parts, given, hints));
    },
  );

export const hint = (id: string, part: Part): Act =>
  new Act(
    `${id} takes a hint for ${part}`,
    (model) => {
      const refused = refusal(model, id, part);
      if (refused !== undefined) return refused;
      const { given, hints } = model.seats.get(id)!;
      if (hints.has(part)) return 'accepted';
      const before = given.get(part);
      return before && (before.right || before.tries >= TRIES.length) ? 'partDone' : 'accepted';
    },
    (table) => {
      const round = table.session.runs['A']?.round ?? 1;
      return table.player(id, { type: 'takeHint', run: 'A', round, part });
    },
    (model) => {
      model.seats.get(id)!.hints.add(part);
    },
  );
