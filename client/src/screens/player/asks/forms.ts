import type { VNode } from 'preact';
import type { QuestionKind } from '@relay/shared/question/question';
import type { AskProps } from './ask';
import { BlankForm } from './BlankForm';
import { ContributionForm } from './ContributionForm';
import { DebugForm } from './DebugForm';
import { NudgeForm } from './NudgeForm';
import { UpdateForm } from './UpdateForm';
import { ErrorForm } from './ErrorForm';
import { FillingForm } from './FillingForm';
import { ValveForm } from './ValveForm';

/** The form of each kind of question. */
export const FORMS: Record<QuestionKind, (props: AskProps) => VNode | null> = {
  belly: FillingForm,
  output: FillingForm,
  forward: FillingForm,
  wholeForward: FillingForm,
  valve: ValveForm,
  error: ErrorForm,
  contribution: ContributionForm,
  update: UpdateForm,
  blank: BlankForm,
  debug: DebugForm,
  nudge: NudgeForm,
};
