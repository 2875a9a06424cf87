import { type EarlierEvent, unchanged, type VersionStep } from './step.ts';

/** Places or choice in an answer of version 3; null for a number and for unread text. */
function givenIn({ raw, verdict }: EarlierEvent): string | null {
  const { outcome, read } = verdict as { readonly outcome: string; readonly read?: number | null };
  if (outcome === 'unreadable' || (read ?? null) !== null) return null;
  return (raw as string)
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');
}

/** Step from version 3: what people typed is no longer in the log. */
export const V3_TO_V4: VersionStep = {
  changed: {
    extraQuestionAsked: unchanged,
    sessionCreated: ({ title: _title, ...event }) => event,
    answerGraded: (event) => {
      const { raw: _raw, ...rest } = event;
      return { ...rest, given: givenIn(event) };
    },
  },
  renamed: {},
};
