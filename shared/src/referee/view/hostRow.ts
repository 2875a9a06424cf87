import { unitName } from '../../maths/unit.ts';
import { type EitherMistake, idsMade } from '../../question/diagnosis/mistakesMade.ts';
import type { MistakeId, Part, Question } from '../../question/question.ts';
import { isWaitingForTurn } from '../clock/clock.ts';
import { type TimeFactor } from '../session/settings.ts';
import { answerContext } from '../round/finishing.ts';
import { askedOf } from '../round/progress.ts';
import type { RunId } from '../round/run.ts';
import type { PlayerId, Session } from '../session/state.ts';
import { answerTextKey, NO_TEXTS } from '../texts.ts';
import { isSilent } from '../teams/silent.ts';
import { warmUpOf } from '../ownRuns/warmUp.ts';
import { NO_NAMES } from './publicView.ts';
import { type PartView, partViews, currentSeat, seatedRunOf } from './currentSeat.ts';

export interface HostRow {
  /** Name of the player, also where names are not shown to others. */
  readonly name: string;
  readonly run: RunId | null;
  readonly lane: number | null;
  readonly unit: string | null;
  readonly present: boolean;
  /** Has never answered, and is away or has a seat for the second time: `removeSilent` removes this player. */
  readonly silent: boolean;
  readonly score: number;
  /** Number of questions right at the first try, and of wrong answers, in all rounds. */
  readonly clean: number;
  readonly misses: number;
  readonly timeFactor: TimeFactor;
  /** Still finishes a round that the others have left. */
  readonly finishing: boolean;
  /** Has no seat yet and is warming up. */
  readonly warmsUp: boolean;
  /** Has a seat in a layer whose turn has not come. */
  readonly waiting: boolean;
  /** In a self-paced run and for an exit ticket: round of the own run, and whether it has ended. */
  readonly own: { readonly round: number; readonly ended: boolean } | null;
  readonly parts: readonly {
    readonly part: Part;
    readonly tries: number;
    readonly right: boolean;
    /** Newest answer as typed; empty before the first, null where the text has been erased. */
    readonly raw: string | null;
  }[];
  /** Question of the player, in full. */
  readonly question: Question | null;
  /** Mistakes that the player's newest wrong answer shows, each with those that lead to the same number. */
  readonly mistakes: readonly EitherMistake[];
  /** Mistakes that this player's question cannot tell from a right answer. */
  readonly inseparable: readonly MistakeId[];
}

/** Row of one player as the host sees it; null for a removed player. */
export function hostRow(session: Session, id: PlayerId, names = NO_NAMES, texts = NO_TEXTS): HostRow | null {
  const player = session.players[id];
  if (!player) throw new RangeError(`no player ${id} in this session`);
  if (player.removal !== null) return null;
  const present = seatedRunOf(session, id);
  const place = present && currentSeat(present, id);
  const asked = place && askedOf(place.run, place.seat);
  const parts = asked?.question.parts ?? [];
  const answers = place
    ? partViews(answerContext(present, id, place.run.round).answers, parts, (part) =>
        texts.get(answerTextKey(id, present.id, part)),
      )
    : ({} as Partial<Record<Part, PartView>>);
  const wrong = Object.values(answers).find((answer) => answer?.verdict.outcome === 'wrong')?.verdict;
  return {
    name: Object.hasOwn(names, id) ? names[id]! : '',
    run: player.run,
    lane: place?.seat.lane ?? null,
    unit: place ? unitName(place.run.network, place.seat.unit) : null,
    present: player.leftAt === null,
    silent: isSilent(session, player),
    score: player.score,
    clean: player.clean,
    misses: player.misses,
    timeFactor: player.timeFactor,
    finishing: place?.finishing !== null && place !== undefined,
    warmsUp: warmUpOf(session, id) !== undefined,
    waiting: place !== undefined && isWaitingForTurn(place.run, place.seat),
    own: present?.kind === 'own' ? { round: present.round, ended: present.phase.name === 'ended' } : null,
    parts: parts.map((part) => {
      const answer = answers[part];
      return {
        part,
        tries: answer?.tries ?? 0,
        right: answer?.right ?? false,
        raw: answer ? answer.raw : '',
      };
    }),
    question: asked?.question ?? null,
    mistakes: wrong ? idsMade(wrong) : [],
    inseparable: place?.seat.inseparable ?? [],
  };
}
