import { isPlacesPart, type Part, type PartKind, partKind, partUnit } from '@relay/shared/question/part';
import { type EitherMistake, mistakesMade } from '@relay/shared/question/diagnosis/mistakesMade';
import type { Mistake, MistakeId } from '@relay/shared/question/question';
import type { en } from '../strings/en';
import { hasWords, t } from '../strings/language';
import { nameFor, sentenceFor, sharedSentence } from './mistakes';
import type { PlaceNames } from './places';

/** Tells whether a part kind has sentences of its own for wrong answers that no known mistake explains. */
const isExplained = (kind: PartKind): kind is keyof typeof en.play.miss =>
  hasWords(`play.miss.${kind}.first`);

/** A wrong answer: the name of its part, the part as it is asked, and whether a hint is due. */
interface Miss {
  readonly name: string;
  readonly asked: Part;
  readonly isHint: boolean;
  readonly nameOf: PlaceNames;
}

/** Heading and text of a card. */
interface Said {
  readonly heading: string;
  readonly text: string;
}

interface MissWords extends Said {
  /** Another mistake that would explain the same answer. */
  readonly or: string;
  /** Mistakes that the words name. */
  readonly named: readonly MistakeId[];
}

/** Words for a wrong answer that no known mistake explains. */
function unexplained({ name, asked, isHint }: Miss): Said {
  const kind = partKind(asked);
  const which = isHint ? 'second' : 'first';
  const heading = t('play.verdict.wrong', { part: name });
  if (isPlacesPart(asked)) return { heading, text: t('play.verdict.missingPlaces') };
  const unit = partUnit(asked) ?? '';
  return {
    heading,
    text: isExplained(kind) ? t(`play.miss.${kind}.${which}`, { unit }) : t(`mistakes.unknown.${which}`),
  };
}

const sentence = (mistake: Mistake, { asked, isHint, nameOf }: Miss): string =>
  sentenceFor(mistake, asked, isHint, nameOf(mistake.place));

const quoted = (names: readonly string[], between: string): string =>
  [...new Set(names)].map((name) => t('play.verdict.quoted', { name })).join(between);

/** Words for one mistake. */
const one = (mistake: Mistake, miss: Miss): Said => ({
  heading: t('play.verdict.wrongNamed', {
    part: miss.name,
    mistake: nameFor(mistake, miss.asked, miss.isHint),
  }),
  text: sentence(mistake, miss),
});

/** Words for several mistakes of which one was made: nothing is said that would be untrue of one of them. */
function either(mistakes: EitherMistake<Mistake>, miss: Miss): Said {
  const { name, asked, isHint, nameOf } = miss;
  const between = t('play.verdict.either');
  const names = mistakes.map((mistake) => nameFor(mistake, asked, isHint));
  const places = quoted(
    mistakes.map(({ place }) => nameOf(place)),
    t('play.verdict.and'),
  );
  const shared = sharedSentence(mistakes);
  const check = isHint ? t('play.verdict.checkPlaces', { places }) : t('play.verdict.checkEach');
  return {
    heading: t('play.verdict.wrongEither', { part: name }),
    text: [
      t('play.verdict.same', { names: quoted(names, between) }),
      shared ? sentence(shared, miss) : check,
    ].join(' '),
  };
}

/** Words for several mistakes that were made together. */
function together(mistakes: readonly Mistake[], miss: Miss): Said {
  const names = mistakes.map((mistake) => nameFor(mistake, miss.asked, miss.isHint));
  return {
    heading: t('play.verdict.wrongBoth', { part: miss.name }),
    text: [
      t('play.verdict.also', { names: quoted(names, t('play.verdict.and')) }),
      ...mistakes.map((mistake) => sentence(mistake, miss)),
    ].join(' '),
  };
}

/** Words for a wrong answer, by the mistakes that explain it. */
export function missWords(mistakes: readonly Mistake[], miss: Miss): MissWords {
  const [made, ...besides] = mistakesMade(mistakes);
  const also = besides.map(([mistake]) => mistake);
  const named = made ? (also.length > 0 ? [made[0], ...also] : made) : [];
  const said = !made
    ? unexplained(miss)
    : also.length > 0
      ? together([made[0], ...also], miss)
      : made.length > 1
        ? either(made, miss)
        : one(made[0], miss);
  const other = mistakes.slice(1).find((mistake) => !mistake.same && !mistake.also);
  return {
    ...said,
    or:
      other && miss.isHint && named.length < 2
        ? t('play.verdict.or', { other: nameFor(other, miss.asked, true) })
        : '',
    named: named.map(({ id }) => id),
  };
}
