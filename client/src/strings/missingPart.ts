import type { Language } from '@relay/shared/strings/languages';

interface MissingPartWords {
  readonly sentence: string;
  readonly again: string;
  readonly stillAway: string;
}

/** Words for a part of the page that could not be loaded. Kept apart: the other words may be what is missing. */
export const MISSING_PART_WORDS: Record<Language, MissingPartWords> = {
  en: {
    sentence:
      'A part of this page could not be loaded: the connection is gone, or the game has been updated. Nothing you did is lost.',
    again: 'Try again',
    stillAway: 'Still no connection.',
  },
  ja: {
    sentence:
      'ページの一部を読みこめませんでした。接続が切れたか、ゲームが新しくなったようです。ここまでの内容は残っています。',
    again: 'もう一度ためす',
    stillAway: 'まだつながりません。',
  },
};
