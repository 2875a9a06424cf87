import type { Strings } from './en';
import { check } from './ja/check';
import { first } from './ja/first';
import { hosting } from './ja/hosting';
import { playing } from './ja/playing';
import { returning } from './ja/returning';

export const ja: Strings = { ...first, ...playing, ...hosting, ...returning, check };
