import type { Language } from './languages.ts';

/** Messages about problems of a plan file beside those of its fields, in each language. `{{…}}` are filled in. */
interface PlanFileWords {
  readonly atMostSteps: string;
  readonly joinFirst: string;
  readonly podiumLast: string;
  readonly noRound: string;
  readonly tooLong: string;
}

export const PLAN_FILE_WORDS: Record<Language, PlanFileWords> = {
  en: {
    atMostSteps: 'expected at most {{most}} steps, found {{found}}',
    joinFirst: 'join can only be the first step',
    podiumLast: 'podium can only be the last step',
    noRound: 'expected at least one step of type round: without one, nobody is asked anything',
    tooLong: 'expected at most {{most}} minutes in all, found {{found}}',
  },
  ja: {
    atMostSteps: 'ステップは {{most}} 個までですが、{{found}} 個あります',
    joinFirst: 'join を置けるのは最初のステップだけです',
    podiumLast: 'podium を置けるのは最後のステップだけです',
    noRound: 'round のステップが 1 つ以上必要です。ないと、だれにも問題が出ません',
    tooLong: '全体で {{most}} 分までですが、{{found}} 分あります',
  },
};
