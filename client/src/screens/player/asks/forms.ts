import type { VNode } from 'preact';
import type { QuestionKind } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import type { Desk } from '../../../view/desk';
import { BonusForm } from '../relay/BonusForm';
import { OwnForm } from '../relay/OwnForm';
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
const FORMS: Record<QuestionKind, (props: AskProps) => VNode | null> = {
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

/** What is to be filled in at a desk; null where nothing is. */
export function formOf(
  desk: Desk,
  { kind, parts }: Pick<NonNullable<PlayerView['seat']>, 'kind' | 'parts'>,
): ((props: AskProps) => VNode | null) | null {
  if (desk === 'work') return FORMS[kind];
  if (desk === 'bonus') return BonusForm;
  return parts.includes('own') ? OwnForm : null;
}
