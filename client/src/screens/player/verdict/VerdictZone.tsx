import type { PlayerView } from '@relay/shared/referee/view';
import type { Part } from '@relay/shared/question/question';
import type { PlaceNames } from '../../../describe/places';
import { partAsked, verdictSentence, type VerdictWords, verdictWords } from '../../../describe/verdict';
import { answerOf, type Note } from '../../../input/answerForm';
import { usePoints } from '../../points';
import { AlertIcon, CheckIcon } from '../../parts/icons';
import { VerdictCard } from './VerdictCard';
import { cx } from '../../../styles/cx';
import styles from './VerdictZone.module.css';

interface VerdictZoneProps {
  readonly newest: Note | null;
  /** Wrong answer whose card is open. */
  readonly open: Note | null;
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly nameOf: PlaceNames;
  readonly rightWorking: ((part: Part) => string) | null;
  /** Sentence to read before the first verdict; may be empty. */
  readonly before: string;
  readonly onClose: () => void;
}

const pointsOf = (seat: VerdictZoneProps['seat'], { part }: Note): number =>
  answerOf(seat, part)?.points ?? 0;

const isRepeated = ({ result }: Note): boolean => result.outcome === 'repeated';

interface VerdictLineProps {
  readonly note: Note | null;
  readonly words: VerdictWords | null;
  readonly before: string;
}

/** Newest verdict in one line; while there is none, what is to be known before the first. */
function VerdictLine({ note, words, before }: VerdictLineProps) {
  if (!note || !words) return <p class={cx(styles.verdictLine, styles.isBefore)}>{before}</p>;
  const { tone, text, heading } = words;
  return (
    <p class={styles.verdictLine} data-tone={tone}>
      {tone === 'right' ? <CheckIcon /> : <AlertIcon />}
      {tone === 'neutral' && !isRepeated(note) ? text : heading}
    </p>
  );
}

/** Text of a verdict that must not disappear behind the card of another one, nor of the same answer sent before. */
function besideCard(note: Note, words: VerdictWords, open: Note | null): string {
  if (isRepeated(note)) return verdictSentence(words);
  return words.tone === 'neutral' && note.part !== open?.part ? words.text : '';
}

/** Newest verdict in one line above the keys, and the card of a wrong answer over them. */
export function VerdictZone({ newest, open, seat, nameOf, rightWorking, before, onClose }: VerdictZoneProps) {
  const note = newest ?? open;
  const hasPoints = usePoints();
  const words =
    note && verdictWords(note, hasPoints ? pointsOf(seat, note) : 0, nameOf, partAsked(note.part, seat));
  const also = note && words ? besideCard(note, words, open) : '';
  return (
    <div
      class={cx(styles.verdictZone, open ? styles.hasCard : null)}
      data-testid="verdict"
      data-outcome={note?.result.outcome ?? ''}
      data-part={note?.part ?? ''}
    >
      <VerdictLine note={note} words={words} before={before} />
      {open && (
        <VerdictCard
          note={open}
          also={also}
          seat={seat}
          nameOf={nameOf}
          rightWorking={rightWorking}
          onClose={onClose}
        />
      )}
    </div>
  );
}
