import type { Signal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import type { PlayerView } from '@relay/shared/referee/view';
import type { AnswerForm } from '../../../input/answerForm';
import type { Line } from '../../../input/draft';
import type { Lever } from '../../../input/lever';
import type { TableState } from '../../../table/table';
import type { Formula } from '../../../picture/numbers/formula';
import type { RoundFacts } from '../../../picture/roundFacts';
import type { RoundControl } from '../roundControl';

/** Props of a question's form: the question, and functions that fill in the answer. */
export interface QuestionFormProps {
  readonly sheet: AnswerForm;
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly facts: RoundFacts;
  /** Formula with the taken places in it; null where no weight is in question. */
  readonly formula: Formula | null;
  /** Typed lines, in order. */
  readonly lines: readonly Line[];
  readonly state: TableState;
  /** Control of a self-paced round; null where a host or clock leads. */
  readonly lead: RoundControl | null;
  /** Position of the lever on ◆, which the drawing follows. */
  readonly lever: Signal<Lever>;
  /** Inserts a value into the line in use, behind an operator where one is needed. */
  readonly onInsert: (value: string, operator?: '×' | '÷') => void;
  /** Renders the entry line of a part, given its left-hand side. */
  readonly entry: (line: Line, before: ComponentChildren) => VNode;
}
