import { type EarlierEvent, unchanged, type VersionStep } from './step.ts';

/** Settings of version 2, in which all teams had the same samples. */
const withTeamSamples = (event: EarlierEvent): EarlierEvent => ({
  ...event,
  settings: { ...(event['settings'] as object), teamSamples: 'same' },
});

/** Run of version 2: every team began with the first sample. */
const withCursor = <Run extends object>(run: Run): Run =>
  'kind' in run && run.kind === 'team' ? { ...run, cursor: 0 } : run;

/** Step from version 2: verdicts tell more, teams can begin with different samples, and networks may have more fields. */
export const V2_TO_V3: VersionStep = {
  changed: {
    machineTrained: unchanged,
    sessionCreated: withTeamSamples,
    sessionBeganAgain: withTeamSamples,
    sessionStarted: ({ runs, ...event }) => ({ ...event, runs: (runs as readonly object[]).map(withCursor) }),
    runOpened: withCursor,
    rulesChanged: unchanged,
    warmUpOpened: unchanged,
    answerGraded: unchanged,
    roundOpened: unchanged,
    extraQuestionAsked: unchanged,
    activityOpened: unchanged,
  },
  renamed: {},
};
