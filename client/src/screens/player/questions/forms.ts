import type { VNode } from 'preact';
import type { PlayerView } from '@relay/shared/referee/view';
import type { AnswerMode } from '../../../picture/answerMode';
import { ExtraQuestionForm } from '../relay/ExtraQuestionForm';
import { OwnPlacesForm } from '../relay/OwnPlacesForm';
import type { QuestionFormProps } from './questionForm';
import { PlainForm } from './PlainForm';
import { screenOf } from './questionScreens';

/** Form for an answer mode; null where nothing is asked. */
export function formOf(
  desk: AnswerMode,
  { kind, parts }: Pick<NonNullable<PlayerView['seat']>, 'kind' | 'parts'>,
): ((props: QuestionFormProps) => VNode | null) | null {
  if (desk === 'work') return screenOf(kind).form ?? PlainForm;
  if (desk === 'extra') return ExtraQuestionForm;
  return parts.includes('own') ? OwnPlacesForm : null;
}
