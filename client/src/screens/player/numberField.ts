import { isTouch } from '../motion';

/** Attributes of a text field for numbers. On a touch screen the page has keys of its own. */
export const numberField = () =>
  ({
    type: 'text',
    inputMode: isTouch() ? 'none' : 'text',
    enterKeyHint: 'send',
    autoComplete: 'off',
    spellcheck: false,
  }) as const;

/** Whether a key sends what was typed. While a word is being composed, Enter belongs to the composition. */
export const isEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.isComposing && event.keyCode !== 229;
