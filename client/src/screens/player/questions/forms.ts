import type { VNode } from 'preact';
import type { PlayerView } from '@relay/shared/referee/view';
import type { AnswerMode } from '../../../view/desk';
import { ExtraQuestionForm } from '../relay/BonusForm';
import { OwnPlacesForm } from '../relay/OwnForm';
import type { QuestionFormProps } from './ask';
import { PlainForm } from './PlainForm';
import { screenOf } from './questionScreens';

/** The form that is filled in at a desk; null where nothing is. */
export function formOf(
  desk: AnswerMode,
  { kind, parts }: Pick<NonNullable<PlayerView['seat']>, 'kind' | 'parts'>,
): ((props: QuestionFormProps) => VNode | null) | null {
  if (desk === 'work') return screenOf(kind).form ?? PlainForm;
  if (desk === 'extra') return ExtraQuestionForm;
  return parts.includes('own') ? OwnPlacesForm : null;
}
