import {
  isChoicePart,
  isPlacesPart,
  type Part,
  type PartKind,
  partKind,
  partUnit,
} from '@relay/shared/question/part';
import { unreadReason } from '@relay/shared/question/numbers/readNumber';
import type { Mistake } from '@relay/shared/question/question';
import type { PlaceId } from '@relay/shared/question/places/place';
import type { Note } from '../input/answerForm';
import { en } from '../strings/en';
import { t } from '../strings/language';
import { placeName, type PlaceNames } from './places';

export const partName = (part: Part): string =>
  t(`play.part.${partKind(part)}`, { unit: partUnit(part) ?? '' });

/** Texts of a verdict, as a card shows them. */
export interface VerdictWords {
  readonly tone: 'right' | 'wrong' | 'neutral';
  readonly heading: string;
  readonly text: string;
  /** Another mistake that would explain the same answer. */
  readonly or: string;
}

/** Sentence about a second mistake: at once when both are algebraically the same, else with the hint. */
function orWords(second: Mistake | undefined, isHint: boolean): string {
  if (!second) return '';
  const other = t(`mistakes.${second.id}.name`);
  if (second.same) return t('play.verdict.same', { other });
  return isHint ? t('play.verdict.or', { other }) : '';
}

/** Tells whether a part kind has sentences of its own for wrong answers that no known mistake explains. */
const isExplained = (kind: PartKind): kind is keyof typeof en.play.miss => kind in en.play.miss;

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
  const kind = partKind(part);
  const unknownPlaces = !first && isPlacesPart(part);
  return {
    tone: 'wrong',
    heading: first
      ? t('play.verdict.wrongNamed', { part: partName(part), mistake: t(`mistakes.${first.id}.name`) })
      : t('play.verdict.wrong', { part: partName(part) }),
    text: unknownPlaces
      ? t('play.verdict.missingPlaces')
      : !first && isExplained(kind)
        ? t(`play.miss.${kind}.${isHint ? 'second' : 'first'}`, { unit: partUnit(part) ?? '' })
        : t(`mistakes.${id}.${isHint ? 'second' : 'first'}`, { place }),
    or: orWords(second, isHint),
  };
}

/** Sentence about an answer that is not read. */
function unreadWords({ part, raw }: Pick<Note, 'part'> & Partial<Pick<Note, 'raw'>>, name: string): string {
  if (isPlacesPart(part)) return t('play.verdict.unreadablePlaces');
  const isAmbiguous = raw !== undefined && unreadReason(raw) === 'ambiguous';
  return t(isAmbiguous ? 'play.verdict.ambiguous' : 'play.verdict.unreadable', { part: name });
}

/** Texts of a verdict. After the first wrong answer no value is named; after the second there is a hint. */
export function verdictWords(
  note: Pick<Note, 'part' | 'result' | 'tries'> & Partial<Pick<Note, 'raw'>>,
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
    case 'longStep':
    case 'repeated':
      return neutral(t(`play.verdict.${result.outcome}`, { part }));
    case 'unreadable':
      return neutral(unreadWords(note, part));
    case 'refused':
      return neutral(t(`rejection.${result.rejection}`));
  }
}

/** Texts of a verdict as one sentence, for the live region. */
export function verdictSentence(words: VerdictWords): string {
  return [words.heading, words.text, words.or].filter((piece) => piece !== '').join(' ');
}

/** Text of an answer as a player would write it. */
export function ownWords(part: Part, raw: string, nameOf: PlaceNames = placeName): string {
  if (isChoicePart(part)) return t(`play.${part as 'direction'}.${raw as 'up'}`);
  if (!isPlacesPart(part)) return raw;
  return raw
    .split(' ')
    .map((place) => nameOf(place as PlaceId))
    .join(' · ');
}
