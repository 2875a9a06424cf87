import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/m-plus-rounded-1c/package.json'),
);
const NAMES = {
  500: '500Medium/MPLUSRounded1c_500Medium',
  700: '700Bold/MPLUSRounded1c_700Bold',
  800: '800ExtraBold/MPLUSRounded1c_800ExtraBold',
} as const;

export type FontWeight = keyof typeof NAMES;
export const FONT_WEIGHTS: readonly FontWeight[] = [500, 700, 800];

/** File of the face of the game in one weight, as its publisher makes it. */
export const roundedFont = (weight: FontWeight): string => join(folder, `${NAMES[weight]}.ttf`);
