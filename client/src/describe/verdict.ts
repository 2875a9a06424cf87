import {
  isChoicePart,
  isPlacesPart,
  type Part,
  partKind,
  partUnit,
  unitPart,
} from '@relay/shared/question/part';
import { unreadReason } from '@relay/shared/question/numbers/readNumber';
import type { MistakeId } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PlaceId } from '@relay/shared/question/places/place';
import type { Note } from '../input/answerForm';
import { t } from '../strings/language';
import { figuresWords } from './figures';
import { missWords } from './missWords';
import { placeName, type PlaceNames } from './places';

export const partName = (part: Part): string =>
  t(`play.part.${partKind(part)}`, { unit: partUnit(part) ?? '' });

type Seat = NonNullable<PlayerView['seat']>;

/** Texts of a verdict, as a card shows them. */
export interface VerdictWords {
  readonly tone: 'right' | 'wrong' | 'neutral';
  readonly heading: string;
  readonly text: string;
  /** Another mistake that would explain the same answer. */
  readonly or: string;
  /** Mistakes that the words name. */
  readonly named: readonly MistakeId[];
}

/** Part that an answer is about: for the extra question its own one, the belly of a unit or the gradient of ◆. */
export function partAsked(part: Part, seat: Pick<Seat, 'extraQuestion'>): Part {
  if (part !== 'extra' || !seat.extraQuestion) return part;
  const { edge, unit } = seat.extraQuestion;
  return edge ? 'G' : unitPart('u', unit);
}

/** Sentence about an answer that is not read. */
function unreadWords({ part, raw }: Pick<Note, 'part'> & Partial<Pick<Note, 'raw'>>, name: string): string {
  if (isPlacesPart(part)) return t('play.verdict.unreadablePlaces');
  const isAmbiguous = typeof raw === 'string' && unreadReason(raw) === 'ambiguous';
  return t(isAmbiguous ? 'play.verdict.ambiguous' : 'play.verdict.unreadable', { part: name });
}

/**
 * Texts of a verdict. After the first wrong answer no value is named; after the second there is a hint.
 *
 * @param asked  part that the answer is about, where it is the extra question's
 */
export function verdictWords(
  note: Pick<Note, 'part' | 'result' | 'tries' | 'decimals'> & Partial<Pick<Note, 'raw'>>,
  points: number,
  nameOf: PlaceNames = placeName,
  asked: Part = note.part,
): VerdictWords {
  const { result, tries } = note;
  const part = partName(note.part);
  const neutral = (text: string): VerdictWords => ({
    tone: 'neutral',
    heading: t('play.verdict.headingNeutral'),
    text,
    or: '',
    named: [],
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
        named: [],
      };
    case 'wrong':
      return {
        tone: 'wrong',
        ...missWords(result.mistakes, { name: part, asked, isHint: tries >= 2, nameOf }),
      };
    case 'needsDigits':
      return neutral(
        note.decimals === undefined
          ? t('play.verdict.needsDigits', { part })
          : t('play.verdict.needsDecimals', {
              part,
              decimals: figuresWords(note.part, note.decimals).decimals,
            }),
      );
    case 'longStep':
      return neutral(t('play.verdict.longStep', { part }));
    case 'repeated':
      return {
        ...neutral(t('play.verdict.repeated', { part })),
        heading: t('play.verdict.repeatedHeading'),
      };
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

/** Text of an answer as a player would write it; says so where it has been erased. */
export function ownWords(part: Part, raw: string | null, nameOf: PlaceNames = placeName): string {
  if (raw === null) return t('play.erasedText');
  if (isChoicePart(part)) return t(`play.${part as 'direction'}.${raw as 'up'}`);
  if (!isPlacesPart(part)) return raw;
  return raw
    .split(' ')
    .map((place) => nameOf(place as PlaceId))
    .join(' · ');
}
