import { valueOfEdge } from '@relay/shared/maths/unit';
import type { PlaceId } from '@relay/shared/question/place';
import { placesOf, setOfThree, valueAt } from '@relay/shared/question/place';
import { isSettled } from '@relay/shared/referee/progress';
import type { PlayerView, PublicView } from '@relay/shared/referee/view';
import { isAnswering, type PagePhase } from '../../describe/phase';
import type { Note } from '../../input/answerSheet';
import { type Lever, shiftAt } from '../../input/lever';
import { t } from '../../strings/language';
import { type Formula, fillFormula, numberInFormula } from '../../view/formula';
import { type Looking, plainLook } from '../../view/picture';
import type { RoundFacts } from '../../view/roundFacts';
import { isBareKind } from '../../view/asked';
import type { TakenPlace } from '../../view/stage';
import { written } from '../../view/written';
import { screenOf } from './questions/questionScreens';

interface PlayerLook {
  /** Parcels of this layer and those before it are still a secret to the player. */
  readonly parcelsAbove: number;
  readonly view: PublicView;
  readonly run: string;
  readonly seat: PlayerView['seat'];
  readonly facts: RoundFacts | null;
  readonly phase: PagePhase;
  readonly taken: readonly PlaceId[];
  readonly formula: Formula | null;
  readonly isEating: boolean;
  readonly openMistake: Note | null;
  readonly lever: Lever;
}

/** The weight with which ◆ is drawn where that is not the network's: where the lever holds it, where it steps to. */
function shownWeight({ seat, facts, phase, lever }: PlayerLook): number | null {
  if (!seat?.edge || !facts || !isAnswering(phase)) return null;
  const { hasLever, step } = screenOf(seat.kind);
  if (hasLever) return valueOfEdge(facts.network, seat.edge) + shiftAt(lever.notch);
  const verdict = step && seat.answers[step]?.verdict;
  return verdict?.outcome === 'correct' ? verdict.read : null;
}

/** Places of a network without numbers: each shows only which kind of slot it would fill. */
function bareChips(formula: Formula, places: readonly PlaceId[]): TakenPlace[] {
  return places.map((place) => ({
    place,
    number: null,
    text: String(numberInFormula(formula, place) ?? '?'),
  }));
}

/** Chips for places, each with the number of the slot that it lies in. */
export function chips(facts: RoundFacts, formula: Formula, places: readonly PlaceId[]): TakenPlace[] {
  return places.map((place) => ({
    place,
    number: numberInFormula(formula, place),
    text: written(valueAt(facts.network, facts.pass, facts.sample, place)),
  }));
}

/** The place where a miss shows; else those that a hint for an open part has told. */
function pulsingAt(seat: NonNullable<PlayerView['seat']>, missed: PlaceId | undefined): readonly PlaceId[] {
  if (missed) return [missed];
  const open = seat.parts.filter((part) => !isSettled(seat.answers[part]));
  return [...new Set(open.flatMap((part) => seat.hints[part] ?? []))];
}

/** A player's view of the network. From the reveal on the true places are the yellow ones. */
export function lookOf(given: PlayerLook): Looking {
  const { view, run, seat, facts, phase, taken, formula, isEating, openMistake } = given;
  const isBare = isAnswering(phase) && seat !== null && isBareKind(seat.kind);
  const words = { target: t('play.target'), error: t('asks.blank.error') };
  const plain = { ...plainLook(view, run, words), parcelsAbove: given.parcelsAbove };
  if (!seat || !facts) return { ...plain, isEating };
  const mistakes = openMistake?.result.outcome === 'wrong' ? openMistake.result.mistakes : [];
  const own: Looking = {
    ...plain,
    lane: seat.lane,
    mine: { unit: seat.unit, edge: seat.edge },
    answers: seat.answers,
    pulsing: isAnswering(phase) ? pulsingAt(seat, mistakes[0]?.place) : [],
    isEating,
    reaction: isAnswering(phase) && openMistake?.result.outcome === 'wrong' ? 'puzzled' : null,
  };
  if (!seat.edge || !formula) return own;
  const isOver = phase === 'reveal' || phase === 'update';
  const truth = placesOf(setOfThree(facts.network, seat.edge));
  const shown = phase === 'update' ? [] : isOver ? truth : taken;
  const numbering = isOver ? fillFormula(facts.network, seat.edge, truth) : formula;
  return {
    ...own,
    taken: isBare ? bareChips(formula, taken) : chips(facts, numbering, shown),
    isBare,
    shownWeight: shownWeight(given),
    isFound: phase === 'reveal' || (isAnswering(phase) && (seat.answers.places?.right ?? false)),
  };
}
