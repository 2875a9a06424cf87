import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlaceId } from '@relay/shared/question/places/place';
import type { PlayerView, PublicView } from '@relay/shared/referee/view';
import type { PagePhase } from '../../describe/phase';
import type { PlaceNames } from '../../describe/places';
import type { AnswerForm, Note } from '../../input/answerSheet';
import type { Lever } from '../../input/lever';
import type { PlayerActions } from '../../input/wishes';
import type { TableState } from '../../table/table';
import type { AnswerMode } from '../../view/desk';
import type { Formula } from '../../view/formula';
import type { RoundFacts } from '../../view/roundFacts';
import type { RoundControl } from './lead';
import type { Insert } from './tapToInsert';

export type Seat = NonNullable<PlayerView['seat']>;

/** A question that can be answered now. */
export interface OpenQuestion {
  readonly sheet: AnswerForm;
  /** The player's own. */
  readonly own: Seat;
  /** What is asked now: of a further ◆, a seat at that one. */
  readonly seat: Seat;
  readonly facts: RoundFacts;
  readonly wishes: PlayerActions;
}

/** What the components of a player's round share. */
export interface RoundValue {
  readonly state: TableState;
  readonly phase: PagePhase;
  /** Of a player who practises alone; null where a host leads. */
  readonly lead: RoundControl | null;
  readonly run: string | null;
  /** The public view; of a further ◆, with its inputs in a lane of their own. */
  readonly view: PublicView | null;
  readonly desk: AnswerMode;
  /** null without a seat in the present round. */
  readonly seat: Seat | null;
  readonly facts: RoundFacts | null;
  readonly wishes: PlayerActions | null;
  /** null while no answers are taken. */
  readonly question: OpenQuestion | null;
  readonly taken: readonly PlaceId[];
  /** Where the taken places lie; null where no weight is in question. */
  readonly formula: Formula | null;
  /** The miss whose card is open. */
  readonly mistake: Note | null;
  readonly onCloseMistake: () => void;
  /** Where a lever on ◆ stands, which the drawing follows. */
  readonly lever: Signal<Lever>;
  readonly nameOf: PlaceNames;
  /** That help fell away or came back; empty where it did not. */
  readonly helpChange: string;
  /** Asks for a further ◆, or goes back to it. */
  readonly onExtraQuestion: () => void;
  readonly onAside: () => void;
  readonly onTapPlace: (place: PlaceId, from?: Element) => void;
  readonly onOfferValue: (name: string, value: number) => void;
  /** Filled by the form: what puts a value into the line in use. */
  readonly insert: { current: Insert };
}

export const RoundContext = createContext<RoundValue | null>(null);

/** The round that a component is part of. */
export function useRoundContext(): RoundValue {
  const round = useContext(RoundContext);
  if (!round) throw new Error('RoundContext: used outside of a round');
  return round;
}

/** The round of a component that is only there while a question is open. */
export function useOpenQuestion(): RoundValue & OpenQuestion {
  const round = useRoundContext();
  if (!round.question) throw new Error('RoundContext: no question is open');
  return { ...round, ...round.question };
}
