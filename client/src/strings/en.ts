import { check } from './en/check';
import { first } from './en/first';
import { hosting } from './en/hosting';
import { playing } from './en/playing';
import { returning } from './en/returning';

/** Texts that a person reads or hears, in English. The Japanese file has the same keys. */
export const en = { ...first, ...playing, ...hosting, ...returning, check };

export type Strings = typeof en;
