const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Reads the preference for reduced motion. */
export const prefersReducedMotion = (): boolean => still.matches;

const coarse = matchMedia('(pointer: coarse)');

/** Reads whether the main pointer of the device is a finger. */
export const isTouch = (): boolean => coarse.matches;
