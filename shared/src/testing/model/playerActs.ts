import type { Part } from '../../question/question.ts';
import { rightAnswer } from '../answers.ts';
import { Act } from './act.ts';
import { refusal, TRIES, worth } from './model.ts';

/** Acts of a player with a seat. */

/** A wrong answer, or another spelling of it. */
interface Wrong {
  /** Which of several wrong values. */
  readonly value: number;
  readonly spelling: number;
}

type How = 'right' | 'junk' | 'long' | Wrong;

/** A number and the same in other words; places in another order, or one of them twice. */
function written(part: Part, right: string, { value, spelling }: Wrong): string {
  if (part === 'places') {
    const [first, second] = ['o:x1', `w:x1>h${1 + (value % 2)}`];
    const places = value < 2 ? [first] : [first, second];
    return (spelling % 2 === 0 ? places : [...places.toReversed(), first]).join(' ');
  }
  const number = `1 + ${right} * ${1.5 + value}`;
  return [number, `(${number})`, `0 + ${number}`][spelling % 3]!;
}

/** Wrong values among which `written` tells no difference: there are fewer sets of places. */
const known = (part: Part, { value }: Wrong): number =>
  part === 'places' ? (value < 2 ? 0 : 1 + (value % 2)) : value;

const name = (how: How): string =>
  typeof how === 'string' ? how : `wrong ${how.value} in spelling ${how.spelling}`;

export const answer = (id: string, part: Part, as: How): Act =>
  new Act(
    `${id} answers ${part}, ${name(as)}`,
    (model) => {
      const refused = refusal(model, id, part);
      if (refused !== undefined && refused !== 'partNotAsked') return refused;
      const seat = model.seats.get(id)!;
      if (model.at > seat.deadlineAt) return 'tooLate';
      if (as === 'long') return 'answerTooLong';
      if (refused) return refused;
      const before = seat.given.get(part);
      if (before?.right) return 'partDone';
      if ((before?.tries ?? 0) >= TRIES.length) return 'noTriesLeft';
      return typeof as !== 'string' && before?.wrong.has(known(part, as)) ? 'repeated' : 'accepted';
    },
    (table) => {
      const seat = table.session.runs['A']?.seats.find(({ player }) => player === id);
      const isAsked = seat?.question?.parts.includes(part) === true;
      const right = isAsked ? rightAnswer(seat.truth!, part) : '1';
      const texts = { right, junk: 'not a number', long: '1'.repeat(5_000) };
      return table.answer(id, part, typeof as === 'string' ? texts[as] : written(part, right, as));
    },
    (model) => {
      const { given, hints, parts } = model.seats.get(id)!;
      // An answer that cannot be read is no try.
      if (as === 'junk') return;
      const { tries, wrong } = given.get(part) ?? { tries: 0, wrong: new Set<number>() };
      const all = typeof as === 'string' ? wrong : new Set([...wrong, known(part, as)]);
      given.set(part, { tries: tries + 1, right: as === 'right', wrong: all });
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
