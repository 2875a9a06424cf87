import { type EdgeRef, unitByName, valueOfEdge } from '@relay/shared/maths/unit';
import type { PlaceId } from '@relay/shared/question/places/place';
import { placesOf, setOfThree, valueAt } from '@relay/shared/question/places/place';
import { mistakesMade } from '@relay/shared/question/diagnosis/mistakesMade';
import { isSettled } from '@relay/shared/referee/round/progress';
import type { PlayerView, PublicView } from '@relay/shared/referee/view';
import { isAnswering, type PagePhase } from '../../describe/phase';
import type { Note } from '../../input/answerForm';
import { type Lever, shiftAt } from '../../input/lever';
import { t } from '../../strings/language';
import { isDone } from '../../picture/answerMode';
import { type Formula, fillFormula, numberInFormula } from '../../picture/numbers/formula';
import { type PictureOptions, defaultPictureOptions } from '../../picture/picture';
import type { RoundFacts } from '../../picture/roundFacts';
import { isBareKind } from '../../picture/questionAsked';
import type { TakenPlace } from '@relay/shared/drawing/picture';
import { written } from '../../picture/numbers/written';
import { screenOf } from './questions/questionScreens';

/** State that a player's drawing of a round depends on. */
export interface PlayerDrawing {
  readonly view: PublicView;
  readonly run: string;
  /** Own seat of the player. */
  readonly own: PlayerView['seat'];
  /** Seat that is asked now; for an extra question, a seat made for it. */
  readonly seat: PlayerView['seat'];
  readonly facts: RoundFacts | null;
  readonly phase: PagePhase;
  readonly taken: readonly PlaceId[];
  readonly formula: Formula | null;
  readonly isEating: boolean;
  readonly openMistake: Note | null;
  readonly lever: Lever;
}

/**
 * Layer from which on error signals are visible to a player. The own layer's are secret until the player has answered.
 */
function errorSignalsSecretUpTo({ own, facts, phase }: PlayerDrawing): number {
  if (!own || !facts || !isAnswering(phase) || own.turn === 'closed' || isDone(own)) return 0;
  return unitByName(facts.network, own.unit)?.layer ?? 0;
}

/** Weight drawn at ◆ where it differs from the network's: the lever's position, or the target of a right step. */
function shownWeight({ seat, facts, phase, lever }: PlayerDrawing): number | null {
  if (!seat?.edge || !facts || !isAnswering(phase)) return null;
  const { hasLever, step } = screenOf(seat.kind);
  if (hasLever) return valueOfEdge(facts.network, seat.edge) + shiftAt(lever.notch);
  const verdict = step && seat.answers[step]?.verdict;
  return verdict?.outcome === 'correct' ? verdict.read : null;
}

/** Chips for places of a blank network: each shows only the kind of slot that it fills. */
function bareChips(formula: Formula, places: readonly PlaceId[]): TakenPlace[] {
  return places.map((place) => ({
    place,
    number: null,
    text: String(numberInFormula(formula, place) ?? '?'),
  }));
}

/** Chips for places, each with the number of its slot. */
export function chips(facts: RoundFacts, formula: Formula, places: readonly PlaceId[]): TakenPlace[] {
  return places.map((place) => ({
    place,
    number: numberInFormula(formula, place),
    text: written(valueAt(facts.network, facts.pass, facts.sample, place)),
  }));
}

/** Places that pulse: those of a wrong answer, otherwise those of hints for open parts. */
function pulsingAt(seat: NonNullable<PlayerView['seat']>, missed: readonly PlaceId[]): readonly PlaceId[] {
  if (missed.length > 0) return missed;
  const open = seat.parts.filter((part) => !isSettled(seat.answers[part]));
  return [...new Set(open.flatMap((part) => seat.hints[part] ?? []))];
}

/** Picture options of a seat: its unit, and the places of a wrong answer or hint. */
function seatOptions(
  { phase, openMistake }: PlayerDrawing,
  seat: NonNullable<PlayerView['seat']>,
): Partial<PictureOptions> {
  const isOpen = isAnswering(phase);
  const missed = isOpen && openMistake?.result.outcome === 'wrong' ? openMistake.result : null;
  const places = mistakesMade(missed?.mistakes ?? []).flatMap((made) => made.map(({ place }) => place));
  return {
    lane: seat.lane,
    mine: { unit: seat.unit, edge: seat.edge },
    answers: seat.answers,
    pulsing: isOpen ? pulsingAt(seat, [...new Set(places)]) : [],
    reaction: missed ? 'puzzled' : null,
  };
}

/** Chips in the drawing: the taken places, from the reveal on the right ones. */
function shownChips(given: PlayerDrawing, facts: RoundFacts, edge: EdgeRef, formula: Formula): TakenPlace[] {
  if (isDrawnBare(given)) return bareChips(formula, given.taken);
  if (given.phase === 'update') return [];
  if (given.phase !== 'reveal') return chips(facts, formula, given.taken);
  const truth = placesOf(setOfThree(facts.network, edge));
  return chips(facts, fillFormula(facts.network, edge, truth), truth);
}

/** Tells if the network is drawn without names and numbers. */
const isDrawnBare = ({ seat, phase }: PlayerDrawing): boolean =>
  seat !== null && isBareKind(seat.kind) && isAnswering(phase);

/** Tells if the right places are public. */
const isFound = ({ seat, phase }: PlayerDrawing): boolean =>
  phase === 'reveal' || (isAnswering(phase) && (seat?.answers.places?.right ?? false));

/** Picture options of the network for one player. From the reveal on the right places are yellow. */
export function pictureOptionsOf(given: PlayerDrawing): PictureOptions {
  const { view, run, seat, facts, formula, isEating } = given;
  const words = { target: t('play.target'), error: t('questions.blank.error') };
  const plain = {
    ...defaultPictureOptions(view, run, words),
    parcelsAbove: errorSignalsSecretUpTo(given),
    isEating,
  };
  if (!seat || !facts) return plain;
  const own = { ...plain, ...seatOptions(given, seat) };
  if (!seat.edge || !formula) return own;
  return {
    ...own,
    taken: shownChips(given, facts, seat.edge, formula),
    isBare: isDrawnBare(given),
    shownWeight: shownWeight(given),
    isFound: isFound(given),
  };
}
