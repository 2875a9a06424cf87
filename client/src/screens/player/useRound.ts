import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { isAnswering, type PagePhase } from '../../describe/phase';
import { type PlaceNames, placeNames } from '../../describe/places';
import { AT_REST } from '../../input/lever';
import type { Table, TableState } from '../../table/table';
import { isBareKind } from '../../picture/questionAsked';
import { fillFormula } from '../../picture/numbers/formula';
import type { RoundFacts } from '../../picture/roundFacts';
import { useKeptFocus } from '../keptFocus';
import type { RoundControl } from './roundControl';
import { useTurnSpoken } from './relay/useTurnSpoken';
import type { OpenQuestion, RoundValue } from './RoundContext';
import { useDrawing } from './useDrawing';
import { useHelpChange } from './useHelpChange';
import { useQuestion } from './useQuestion';
import { useTappedStage } from './places/useTaps';
import { useVerdicts } from './verdict/useVerdicts';

export interface RoundProps {
  readonly table: Table;
  readonly phase: PagePhase;
  /** Control of a self-paced run; null where a host or clock leads. */
  readonly lead?: RoundControl | null;
  /** Target of putting an extra question aside; absent: the own question. */
  readonly onAside?: () => void;
}

type Question = ReturnType<typeof useQuestion>;

/** Question that can be answered now; null while there is none or no answers are taken. */
function openQuestion({ sheet, seat, own, facts, wishes }: Question, isOpen: boolean): OpenQuestion | null {
  return isOpen && sheet && seat && own && facts && wishes ? { sheet, seat, own, facts, wishes } : null;
}

/** Places that the player has taken, and their slots in the formula. */
function takenIn({ sheet, desk, facts, seat }: Question): Pick<RoundValue, 'taken' | 'formula'> {
  const halves = sheet && desk !== 'extra' ? sheet.placeGroups() : { own: [], places: [] };
  const taken = [...halves.own, ...halves.places];
  return { taken, formula: facts && seat?.edge ? fillFormula(facts.network, seat.edge, taken) : null };
}

/** Tells if points are visible: not where the host hides them, nor where a round brings none. */
const showsPoints = ({ mine }: TableState, facts: RoundFacts | null): boolean =>
  mine?.score !== null && (facts?.run.rules.scored ?? true);

/** Names of places; those of a blank network by position. */
const namesIn = ({ seat, facts }: Question, isOpen: boolean): PlaceNames =>
  placeNames(seat && isBareKind(seat.kind) && isOpen ? facts?.network : undefined);

/** Values shared by the components of a round, and the frame of its drawing. */
export function useRound({ table, phase, lead = null, onAside }: RoundProps) {
  const state = table.state.value;
  const { mine, code } = state;
  const question = useQuestion(table, phase);
  const { run, own, seat, desk, facts, sheet, view, wishes } = question;
  const lever = useMemo(() => signal(AT_REST), [sheet]);
  const isOpen = isAnswering(phase);
  const nameOf = namesIn(question, isOpen);
  const tapping = { sheet: isOpen ? sheet : null, seat, facts, nameOf };
  const { frame, stage, insert, offer, tap } = useTappedStage(tapping);
  const hasPoints = showsPoints(state, facts);
  const helpChange = useHelpChange(code, mine?.player ?? null, own, lead);
  const verdicts = useVerdicts(sheet, own, stage, nameOf, hasPoints);
  const mistake = verdicts.mistakeAt(seat);
  const places = takenIn(question);
  const drawn = { own, seat, facts, phase, ...places, openMistake: mistake, lever: lever.value };
  useDrawing({ ...drawn, stage, view, run, desk, state });
  useTurnSpoken(own, phase);
  useKeptFocus(`${desk} ${own?.turn ?? ''}`);
  const value: RoundValue = {
    ...{ state, phase, lead, run, view, desk, seat, facts, wishes, ...places },
    question: openQuestion(question, isOpen),
    mistake,
    onCloseMistake: verdicts.closeMistake,
    ...{ lever, nameOf, helpChange, insert },
    onExtraQuestion: question.onExtraQuestion,
    onAside: onAside ?? question.putAside,
    onTapPlace: tap,
    onOfferValue: (name, number) => offer(name, number, null),
  };
  return { value, frame, hasPoints };
}
