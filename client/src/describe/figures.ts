import type { Part } from '@relay/shared/question/part';
import { t } from '../strings/language';

/** Texts about the figures of a number, told before it is answered. */
export interface FiguresWords {
  readonly full: string;
  /** For a narrow line. */
  readonly short: string;
  /** Decimals alone. */
  readonly decimals: string;
}

/** Words for the figures that a part needs. @param count  decimals in which the answer has them */
export function figuresWords(part: Part, count: number): FiguresWords {
  const decimals = count === 0 ? t('play.figures.whole') : t('play.figures.decimals', { count });
  if (part === 'next') return { full: t('play.figures.step', { decimals }), short: decimals, decimals };
  return {
    full: t('play.figures.full', { decimals }),
    short: t('play.figures.short', { decimals }),
    decimals,
  };
}
