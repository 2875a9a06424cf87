import { signal } from '@preact/signals';

export interface Saying {
  readonly id: number;
  readonly text: string;
}

/** Sentences that stay in the live region, so that several verdicts at once are all read. */
const KEPT = 4;
let counter = 0;

export const polite = signal<readonly Saying[]>([]);
export const urgent = signal('');

/** Says a sentence when there is a pause. */
export function say(text: string): void {
  if (text === '') return;
  polite.value = [...polite.value, { id: ++counter, text }].slice(-KEPT);
}

/** Interrupts: only for time that runs out. */
export function interrupt(text: string): void {
  urgent.value = text;
}
