import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlaceId } from '@relay/shared/question/places/place';
import type { PlayerView, PublicView } from '@relay/shared/referee/view';
import type { PagePhase } from '../../describe/phase';
import type { PlaceNames } from '../../describe/places';
import type { AnswerForm, Note } from '../../input/answerForm';
import type { Lever } from '../../input/lever';
import type { PlayerActions } from '../../input/playerActions';
import type { TableState } from '../../table/table';
import type { AnswerMode } from '../../picture/answerMode';
import type { Formula } from '../../picture/numbers/formula';
import type { RoundFacts } from '../../picture/roundFacts';
import type { RoundControl } from './roundControl';
import type { Insert } from './answer/tapToInsert';

export type Seat = NonNullable<PlayerView['seat']>;

/** Question that can be answered now. */
export interface OpenQuestion {
  readonly sheet: AnswerForm;
  /** Own seat of the player. */
  readonly own: Seat;
  /** Seat that is asked now; for an extra question, a seat made for it. */
  readonly seat: Seat;
  readonly facts: RoundFacts;
  readonly wishes: PlayerActions;
}

/** Values shared by the components of a player's round. */
export interface RoundValue {
  readonly state: TableState;
  readonly phase: PagePhase;
  /** Control of a self-paced run; null where a host or clock leads. */
  readonly lead: RoundControl | null;
  readonly run: string | null;
  /** Public view; for an extra question with its inputs in a lane of their own. */
  readonly view: PublicView | null;
  readonly desk: AnswerMode;
  /** Seat that is asked now; null without one in the present round. */
  readonly seat: Seat | null;
  readonly facts: RoundFacts | null;
  readonly wishes: PlayerActions | null;
  /** Open question; null while no answers are taken. */
  readonly question: OpenQuestion | null;
  readonly taken: readonly PlaceId[];
  /** Formula with the taken places in it; null where no weight is in question. */
  readonly formula: Formula | null;
  /** Wrong answer whose card is open. */
  readonly mistake: Note | null;
  readonly onCloseMistake: () => void;
  /** Position of the lever on ◆, which the drawing follows. */
  readonly lever: Signal<Lever>;
  readonly nameOf: PlaceNames;
  /** Sentence about help that fell away or came back; empty without a change. */
  readonly helpChange: string;
  /** Asks for an extra question, or returns to an open one. */
  readonly onExtraQuestion: () => void;
  readonly onAside: () => void;
  readonly onTapPlace: (place: PlaceId, from?: Element) => void;
  readonly onOfferValue: (name: string, value: number) => void;
  /** Inserts a value into the line in use; set by the form. */
  readonly insert: { current: Insert };
}

export const RoundContext = createContext<RoundValue | null>(null);

/**
 * Round that a component belongs to.
 *
 * @throws outside of a round
 */
export function useRoundContext(): RoundValue {
  const round = useContext(RoundContext);
  if (!round) throw new Error('RoundContext: used outside of a round');
  return round;
}

/**
 * Round of a component that exists only while a question is open.
 *
 * @throws while no question is open
 */
export function useOpenQuestion(): RoundValue & OpenQuestion {
  const round = useRoundContext();
  if (!round.question) throw new Error('RoundContext: no question is open');
  return { ...round, ...round.question };
}
