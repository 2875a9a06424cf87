import { type Mistake, type Part, partKind, partUnit } from '@relay/shared/question/question';
import type { PlaceId } from '@relay/shared/question/place';
import type { Note } from '../input/answerSheet';
import { t } from '../strings/language';
import { placeName, type PlaceNames } from './places';

export const partName = (part: Part): string =>
  t(`play.part.${partKind(part)}`, { unit: partUnit(part) ?? '' });

/** What a verdict says, in the pieces in which a card shows it. */
export interface VerdictWords {
  readonly tone: 'right' | 'wrong' | 'neutral';
  readonly heading: string;
  readonly text: string;
  /** Another mistake that would explain the same answer. */
  readonly or: string;
}

/** What comes to the same is said at once; what is only likely too, with the hint. */
function orWords(second: Mistake | undefined, isHint: boolean): string {
  if (!second) return '';
  const other = t(`mistakes.${second.id}.name`);
  if (second.same) return t('play.verdict.same', { other });
  return isHint ? t('play.verdict.or', { other }) : '';
}

/** Parts whose misses have a sentence of their own where no known mistake explains them. */
const EXPLAINED = ['next', 'estimate'] as const;
const isExplained = (part: Part): part is (typeof EXPLAINED)[number] =>
  EXPLAINED.some((known) => known === part);

function mistakeWords(
  part: Part,
  mistakes: readonly Mistake[],
  tries: number,
  nameOf: PlaceNames,
): VerdictWords {
  const [first, second] = mistakes;
  const id = first?.id ?? 'unknown';
  const place = first ? nameOf(first.place) : '';
  const isHint = tries >= 2;
  const unknownPlaces = !first && (part === 'places' || part === 'own');
  return {
    tone: 'wrong',
    heading: first
      ? t('play.verdict.wrongNamed', { part: partName(part), mistake: t(`mistakes.${first.id}.name`) })
      : t('play.verdict.wrong', { part: partName(part) }),
    text: unknownPlaces
      ? t('play.verdict.missingPlaces')
      : !first && isExplained(part)
        ? t(`asks.miss.${part}.${isHint ? 'second' : 'first'}`)
        : !first && partUnit(part) !== undefined
          ? t(`play.miss.${partKind(part) as 'u'}.${isHint ? 'second' : 'first'}`, { unit: partUnit(part) })
          : t(`mistakes.${id}.${isHint ? 'second' : 'first'}`, { place }),
    or: orWords(second, isHint),
  };
}

/** The first miss names no value, the second says which part it is and gives a hint. */
export function verdictWords(
  note: Pick<Note, 'part' | 'result' | 'tries'>,
  points: number,
  nameOf: PlaceNames = placeName,
): VerdictWords {
  const { result, tries } = note;
  const part = partName(note.part);
  const neutral = (text: string): VerdictWords => ({
    tone: 'neutral',
    heading: t('play.verdict.headingNeutral'),
    text,
    or: '',
  });
  switch (result.outcome) {
    case 'correct':
      return {
        tone: 'right',
        heading:
          points > 0
            ? t('play.verdict.correctPoints', { part, points: Math.round(points) })
            : t('play.verdict.correct', { part }),
        text: '',
        or: '',
      };
    case 'wrong':
      return mistakeWords(note.part, result.mistakes, tries, nameOf);
    case 'needsDigits':
      return neutral(t('play.verdict.needsDigits', { part }));
    case 'unreadable':
      return neutral(
        note.part === 'places' || note.part === 'own'
          ? t('play.verdict.unreadablePlaces')
          : t('play.verdict.unreadable', { part }),
      );
    case 'refused':
      return neutral(t(`rejection.${result.rejection}`));
  }
}

/** The same in one breath, for the live region. */
export function verdictSentence(words: VerdictWords): string {
  return [words.heading, words.text, words.or].filter((piece) => piece !== '').join(' ');
}

/** What was handed in, as the player would write it. */
export function ownWords(part: Part, raw: string, nameOf: PlaceNames = placeName): string {
  switch (part) {
    case 'own':
    case 'places':
      return raw
        .split(' ')
        .map((place) => nameOf(place as PlaceId))
        .join(' · ');
    case 'direction':
      return t(`play.direction.${raw as 'up'}`);
    case 'term':
      return t(`play.term.${raw as 'S'}`);
    default:
      return raw;
  }
}
