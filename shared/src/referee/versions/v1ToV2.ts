import type { VersionStep } from './step.ts';
import { V1_NAMES, V1_TYPES } from './v1Names.ts';
import { V1_RUNS } from './v1Runs.ts';

/** Step from version 1, in which events carried no version. */
export const V1_TO_V2: VersionStep = {
  changed: { ...V1_RUNS, ...V1_NAMES },
  renamed: V1_TYPES,
};
