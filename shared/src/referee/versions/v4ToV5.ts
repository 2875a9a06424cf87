import type { VersionStep } from './step.ts';

/** Step from version 4. */
export const V4_TO_V5: VersionStep = { changed: {}, renamed: {} };
