import { readNumber, unreadReason } from '@relay/shared/question/numbers/readNumber';
import { t } from '../strings/language';
import { written, writtenPrecisely } from '../picture/numbers/written';

/** Understanding of a text while it is typed: the number that it is read as, or that it is not read. */
export interface ReadingWords {
  readonly isRead: boolean;
  /** Text beside the line. */
  readonly shown: string;
  /** Sentence for a screen reader. */
  readonly said: string;
}

/** Spelling in which the game writes numbers: nobody needs to be told how it is read. */
const PLAIN = /^[-\u2212]?(?:\d+\.?\d*|\.\d+)$/u;

/** Words for the understanding of a text; null for an empty one, and for a number in plain spelling. */
export function readingWords(raw: string): ReadingWords | null {
  const read = readNumber(raw);
  if (read.ok) {
    if (PLAIN.test(raw.trim())) return null;
    const value = read.figures === null ? written(read.value) : writtenPrecisely(read.value);
    return { isRead: true, shown: t('play.equals', { value }), said: t('play.reading.said', { value }) };
  }
  const reason = unreadReason(raw)!;
  if (reason === 'empty') return null;
  return { isRead: false, shown: t(`play.reading.${reason}.shown`), said: t(`play.reading.${reason}.said`) };
}
