const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the person has asked for stillness. */
export const wantsStillness = (): boolean => still.matches;

const coarse = matchMedia('(pointer: coarse)');

/** Whether a finger is what this device is mainly used with. */
export const isTouch = (): boolean => coarse.matches;
