import { isTouch } from '../../motion';

/** Attributes of a text field for numbers. Touch screens use the page's own keypad. */
export const numberField = () =>
  ({
    type: 'text',
    inputMode: isTouch() ? 'none' : 'text',
    enterKeyHint: 'send',
    autoComplete: 'off',
    spellcheck: false,
  }) as const;

/** Tells if a key sends the text: not while it is held. During IME composition Enter belongs to the composition. */
export const isEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.repeat && !event.isComposing && event.keyCode !== 229;
