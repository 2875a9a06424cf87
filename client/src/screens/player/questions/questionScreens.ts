import type { VNode } from 'preact';
import type { QuestionKind } from '@relay/shared/question/question';
import { t } from '../../../strings/language';
import { type RevealMoreProps, SlipReveal, TangentReveal, WorkingReveal } from '../reveal/reveals';
import type { QuestionFormProps } from './questionForm';
import { BlankForm } from './BlankForm';
import { ContributionForm } from './ContributionForm';
import { DebugForm } from './DebugForm';
import { ErrorForm } from './ErrorForm';
import { ForwardForm } from './ForwardForm';
import { NudgeForm } from './NudgeForm';
import { UpdateForm } from './UpdateForm';
import { ValveForm } from './ValveForm';

/** Display of a question kind. The question itself is defined by its module in `shared/`. */
export interface QuestionScreen {
  /** Form; absent: the plain form. */
  readonly form?: (props: QuestionFormProps) => VNode | null;
  /**
   * Effect of a tap where no places are asked: inserts the value into the line in use, or only shows it, because there
   * is nothing to write. Absent: insert.
   */
  readonly touch?: 'insert' | 'look';
  /** Value that a tap on the player's own unit means; absent: its pre-activation. */
  readonly ownTap?: 'output';
  /** True where ◆ is drawn with the lever's weight. */
  readonly hasLever?: true;
  /** Part whose right answer is the weight that ◆ then moves to in the drawing. */
  readonly step?: 'next';
  /** Heading of the reveal; absent: the common one. */
  readonly revealHeading?: () => string;
  /** Further content of the reveal. */
  readonly revealMore?: (props: RevealMoreProps) => VNode | null;
  /** True where the reveal tells the time taken for the places. */
  readonly isTimed?: true;
}

const SCREENS: Readonly<Record<QuestionKind, QuestionScreen>> = {
  belly: { form: ForwardForm },
  output: { form: ForwardForm },
  forward: { form: ForwardForm },
  wholeForward: { form: ForwardForm },
  valve: { form: ValveForm },
  error: { form: ErrorForm, ownTap: 'output' },
  contribution: { form: ContributionForm, revealMore: WorkingReveal },
  update: { form: UpdateForm, step: 'next', revealHeading: () => t('questions.reveal.heading.update') },
  blank: { form: BlankForm, isTimed: true, revealMore: WorkingReveal },
  debug: {
    form: DebugForm,
    touch: 'look',
    revealHeading: () => t('questions.reveal.heading.debug'),
    revealMore: SlipReveal,
  },
  nudge: {
    form: NudgeForm,
    hasLever: true,
    revealHeading: () => t('questions.reveal.heading.nudge'),
    revealMore: TangentReveal,
  },
};

export function screenOf(kind: QuestionKind): QuestionScreen {
  return SCREENS[kind];
}
