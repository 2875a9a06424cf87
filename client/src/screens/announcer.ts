import { signal } from '@preact/signals';

export interface Saying {
  readonly id: number;
  readonly text: string;
}

/** Sentences kept in the live region, so that several verdicts at once are all read. */
const KEPT = 4;
let counter = 0;

export const polite = signal<readonly Saying[]>([]);
export const urgent = signal('');

/** Announces a sentence politely: read at the next pause. */
export function say(text: string): void {
  if (text === '') return;
  polite.value = [...polite.value, { id: ++counter, text }].slice(-KEPT);
}

/** Announces a sentence at once. For time that runs out only. */
export function interrupt(text: string): void {
  urgent.value = text;
}
