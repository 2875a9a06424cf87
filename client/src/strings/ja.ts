import type { Strings } from './en';
import { first } from './ja/first';
import { hosting } from './ja/hosting';
import { playing } from './ja/playing';

export const ja: Strings = { ...first, ...playing, ...hosting };
