import type { Signal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import type { PlayerView } from '@relay/shared/referee/view';
import type { AnswerForm } from '../../../input/answerSheet';
import type { Line } from '../../../input/draft';
import type { Lever } from '../../../input/lever';
import type { TableState } from '../../../table/table';
import type { Formula } from '../../../view/formula';
import type { RoundFacts } from '../../../view/roundFacts';
import type { RoundControl } from '../lead';

/** What the form of a question is given: its own things, and the ways to fill it in. */
export interface QuestionFormProps {
  readonly sheet: AnswerForm;
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly facts: RoundFacts;
  /** Where the taken places lie; null where no weight is in question. */
  readonly formula: Formula | null;
  /** The lines that are typed, in order. */
  readonly lines: readonly Line[];
  readonly state: TableState;
  /** Of who practises alone. */
  readonly lead: RoundControl | null;
  /** Where a lever on ◆ stands, which the drawing follows. */
  readonly lever: Signal<Lever>;
  /** Puts a value into the line in use, behind an operator where one is needed. */
  readonly onInsert: (value: string, operator?: '×' | '÷') => void;
  /** The entry line of a part, with what stands before its "=". */
  readonly entry: (line: Line, before: ComponentChildren) => VNode;
}
