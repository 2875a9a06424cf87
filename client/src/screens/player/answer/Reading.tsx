import { useEffect, useRef } from 'preact/hooks';
import { type ReadingWords, readingWords } from '../../../describe/reading';
import { say } from '../../announcer';
import { cx } from '../../../styles/cx';
import styles from './Reading.module.css';

/** Pause in typing after which a reading is announced, ms. */
const PAUSE_MS = 900;

/** Announces a reading once its text has not changed for a while; not the one that a page begins with. */
function useAnnouncement(text: string, words: ReadingWords | null): void {
  const announced = useRef(text);
  const said = words?.said ?? '';
  useEffect(() => {
    if (announced.current === text) return undefined;
    const timer = setTimeout(() => {
      announced.current = text;
      say(said);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, said]);
}

interface ReadingProps {
  /** Text as typed so far; empty where it is settled. */
  readonly text: string;
  readonly class?: string | undefined;
}

/** Number that a typed text is read as, shown before it is sent; nothing for a number in plain spelling. */
export function Reading({ text, class: ofParent }: ReadingProps) {
  const words = readingWords(text);
  useAnnouncement(text, words);
  return (
    <span
      class={cx(styles.reading, 'digits', words && !words.isRead && styles.isUnread, ofParent)}
      data-testid="reading"
      aria-hidden="true"
    >
      {words?.shown}
    </span>
  );
}
