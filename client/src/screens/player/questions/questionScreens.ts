import type { VNode } from 'preact';
import type { QuestionKind } from '@relay/shared/question/question';
import { t } from '../../../strings/language';
import { type RevealMoreProps, SlipReveal, TangentReveal, WorkingReveal } from '../reveal/reveals';
import type { QuestionFormProps } from './ask';
import { BlankForm } from './BlankForm';
import { ContributionForm } from './ContributionForm';
import { DebugForm } from './DebugForm';
import { ErrorForm } from './ErrorForm';
import { ForwardForm } from './FillingForm';
import { NudgeForm } from './NudgeForm';
import { UpdateForm } from './UpdateForm';
import { ValveForm } from './ValveForm';

/** How a kind of question is shown and played. What it asks is its module in `shared/`. */
export interface QuestionScreen {
  /** What is filled in; absent: the plain form. */
  readonly form?: (props: QuestionFormProps) => VNode | null;
  /**
   * What a tap on a place does where no places are asked: its value goes into the line in use, or the value is only
   * shown, because there is nothing to write. Absent: insert.
   */
  readonly touch?: 'insert' | 'look';
  /** The value that a tap on the player's own unit means; absent: its belly sum. */
  readonly ownTap?: 'output';
  /** Whether ◆ is drawn with the weight at which the lever stands. */
  readonly hasLever?: true;
  /** The part whose right answer is the weight that ◆ then moves to in the drawing. */
  readonly step?: 'next';
  /** The heading of its reveal; absent: that of every other. */
  readonly revealHeading?: () => string;
  /** What else its reveal shows. */
  readonly revealMore?: (props: RevealMoreProps) => VNode | null;
  /** Whether its reveal says how long the places took. */
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
  update: { form: UpdateForm, step: 'next', revealHeading: () => t('asks.reveal.heading.update') },
  blank: { form: BlankForm, isTimed: true, revealMore: WorkingReveal },
  debug: {
    form: DebugForm,
    touch: 'look',
    revealHeading: () => t('asks.reveal.heading.debug'),
    revealMore: SlipReveal,
  },
  nudge: {
    form: NudgeForm,
    hasLever: true,
    revealHeading: () => t('asks.reveal.heading.nudge'),
    revealMore: TangentReveal,
  },
};

export function screenOf(kind: QuestionKind): QuestionScreen {
  return SCREENS[kind];
}
