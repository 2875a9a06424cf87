import type { PartView, PlayerView } from '@relay/shared/referee/view';
import type { PlaceNames } from '../../../describe/places';
import { ownWords, partAsked, verdictSentence, verdictWords } from '../../../describe/verdict';
import { answerOf, type Note } from '../../../input/answerForm';
import { t } from '../../../strings/language';
import { written } from '../../../picture/numbers/written';
import type { Part } from '@relay/shared/question/question';
import { Creature } from '../../parts/Creature';
import { AlertIcon } from '../../parts/icons';
import { MISSES_TO_SHOW, ShowHow } from './ShowHow';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import handStyles from '../answer/AnswerDock.module.css';
import styles from './VerdictCard.module.css';

interface VerdictCardProps {
  readonly note: Note;
  /** Further verdict announced at the same time. */
  readonly also: string;
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly nameOf: PlaceNames;
  /** Right working of a part, for practice alone; null in a class. */
  readonly rightWorking: ((part: Part) => string) | null;
  readonly onClose: () => void;
}

/** Width from which the words are written smaller, so that a card on a phone shows them whole. */
const LONG_CARD = 130;

/** Width of a text in letters; a Japanese one is as wide as two. */
const width = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2E80' ? 2 : 1), 0);

/**
 * Card of a wrong answer: the own expression and one sentence without a value. The place to look at pulses in the
 * network.
 */
export function VerdictCard({ note, also, seat, nameOf, rightWorking, onClose }: VerdictCardProps) {
  const answer = answerOf(seat, note.part);
  const words = verdictWords(note, 0, nameOf, partAsked(note.part, seat));
  const [only, ...several] = words.named;
  const isLong = width(verdictSentence(words)) > LONG_CARD;
  return (
    <div
      class={cx(handStyles.cover, shared.card, styles.verdict, isLong && styles.isLong)}
      data-tone={words.tone}
      data-cover
    >
      <div class={styles.verdictHead}>
        {only === undefined || several.length > 0 ? <AlertIcon /> : <Creature id={only} />}
        <h2>{words.heading}</h2>
        <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={onClose}>
          {t('play.verdict.tryAgain')}
        </button>
      </div>
      <p class={styles.verdictText}>
        {words.text} {words.or}
      </p>
      {also !== '' && <p class={styles.verdictOwn}>{also}</p>}
      <Given note={note} answer={answer} nameOf={nameOf} />
      {rightWorking && answer && !answer.right && answer.tries >= MISSES_TO_SHOW && (
        <ShowHow key={note.part} working={() => rightWorking(note.part)} />
      )}
    </div>
  );
}

interface GivenProps extends Pick<VerdictCardProps, 'note' | 'nameOf'> {
  readonly answer: PartView | undefined;
}

/** Own answer, its value, and the number of tries left. */
function Given({ note, answer, nameOf }: GivenProps) {
  const { result, part, raw } = note;
  const read = 'read' in result && result.read !== null ? written(result.read) : null;
  return (
    <p class={styles.verdictOwn}>
      <span class="muted">{t('play.verdict.you')}</span>{' '}
      <span class="digits">{ownWords(part, raw, nameOf)}</span>
      {read !== null && read !== raw && <span class="digits"> {t('play.equals', { value: read })}</span>}
      {answer && answer.tries > 0 && !answer.right && (
        <span class={styles.verdictTries}>{t('play.triesLeft', { count: answer.triesLeft })}</span>
      )}
    </p>
  );
}
