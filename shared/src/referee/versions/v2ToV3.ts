import { unchanged, type VersionStep } from './step.ts';

/** Step from version 2: verdicts tell more, and networks and settings may have more fields. */
export const V2_TO_V3: VersionStep = {
  changed: {
    machineTrained: unchanged,
    sessionCreated: unchanged,
    warmUpOpened: unchanged,
    answerGraded: unchanged,
    roundOpened: unchanged,
    extraQuestionAsked: unchanged,
    activityOpened: unchanged,
  },
  renamed: {},
};
