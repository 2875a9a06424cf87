import type { ComponentChildren, VNode } from 'preact';
import type { PlayerView } from '@relay/shared/referee/view';
import type { AnswerSheet } from '../../../input/answerSheet';
import type { Line } from '../../../input/draft';
import type { Formula } from '../../../view/formula';
import type { RoundFacts } from '../../../view/roundFacts';

/** What the form of a question is given: its own things, and the ways to fill it in. */
export interface AskProps {
  readonly sheet: AnswerSheet;
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly facts: RoundFacts;
  /** Where the taken places lie; null where no weight is in question. */
  readonly formula: Formula | null;
  /** The lines that are typed, in order. */
  readonly lines: readonly Line[];
  /** Puts a value into the line in use. */
  readonly onInsert: (value: string) => void;
  /** The entry line of a part, with what stands before its "=". */
  readonly entry: (line: Line, before: ComponentChildren) => VNode;
}
