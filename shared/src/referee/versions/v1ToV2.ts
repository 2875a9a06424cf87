import type { VersionStep } from './step.ts';

/** Version 1 is everything written before events carried a version. */
export const V1_TO_V2: VersionStep = {
  changed: {},
  renamed: {},
};
