import type { PartInForm } from '@relay/shared/question/part';
import { isSettled } from '@relay/shared/referee/round/progress';
import type { ComponentChildren } from 'preact';
import type { PartView } from '@relay/shared/referee/view';
import type { AnswerForm } from '../../../input/answerForm';
import { t } from '../../../strings/language';
import { AlertIcon, CheckIcon } from '../../parts/icons';
import { cx } from '../../../styles/cx';
import placesNoteStyles from '../places/PlacesNote.module.css';
import styles from './Choices.module.css';

interface ChoiceProps {
  readonly part: PartInForm<'choice'>;
  readonly value: string;
  readonly sheet: AnswerForm;
  readonly answer: PartView | undefined;
  readonly class: string | undefined;
  readonly children: ComponentChildren;
}

/** Option of a choice. A press sends it at once; afterwards the button keeps its focus. */
export function Choice({ part, value, sheet, answer, children, class: look }: ChoiceProps) {
  const isMine = answer?.raw === value;
  const isOver = isSettled(answer);
  const state = isMine ? (answer.right ? 'right' : 'wrong') : isOver ? 'past' : undefined;
  const choose = (): void => {
    if (isOver) return;
    sheet.type(part, value);
    sheet.sendPart(part);
  };
  return (
    <button
      type="button"
      class={cx(styles.choice, look)}
      data-state={state}
      data-choice={value}
      aria-pressed={isMine}
      aria-disabled={isOver}
      onClick={choose}
    >
      {children}
      {isMine && (answer.right ? <CheckIcon /> : <AlertIcon />)}
    </button>
  );
}

/** Points of a choice, or the number of tries left. */
export function ChoiceNote({ answer }: { readonly answer: PartView | undefined }) {
  if (!answer || (answer.tries === 0 && !answer.right)) return null;
  return (
    <p
      class={cx(
        placesNoteStyles.placesNote,
        answer.right ? placesNoteStyles.isRight : placesNoteStyles.isWrong,
      )}
    >
      {answer.right ? <CheckIcon /> : <AlertIcon />}
      {answer.right
        ? t('play.points', { points: Math.round(answer.points) })
        : answer.triesLeft === 0
          ? t('play.noTries')
          : t('play.triesLeft', { count: answer.triesLeft })}
    </p>
  );
}
