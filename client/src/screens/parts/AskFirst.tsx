import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cx } from '../../styles/cx';
import { useSettled } from './settled';
import shared from './shared.module.css';
import styles from './AskFirst.module.css';

interface AskFirstProps {
  readonly label: ComponentChildren;
  readonly class?: string | undefined;
  /** Sentence that says what is lost, and what stays. */
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}

/** Button that asks before it acts, in its own place: the way back has the focus, and Escape leads there, too. */
export function AskFirst({ label, class: className, ask, yes, no, onYes }: AskFirstProps) {
  const [isAsking, setAsking] = useState(false);
  const wayBack = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);
  const presses = useSettled(`${isAsking}`);
  const set = (isOpen: boolean): void => {
    if (presses.press() !== 'ignored') setAsking(isOpen);
  };
  // A second press of Enter must not confirm, so the focus moves at once; that of a double click does nothing at all.
  useLayoutEffect(() => {
    if (isAsking) wayBack.current?.focus();
    else if (hasAsked.current) first.current?.focus();
    hasAsked.current = isAsking;
  }, [isAsking]);
  if (!isAsking)
    return (
      <button
        ref={first}
        type="button"
        class={cx(shared.button, className)}
        aria-disabled={!presses.isSettled || undefined}
        onClick={() => set(true)}
      >
        {label}
      </button>
    );
  return (
    <div
      class={styles.askFirst}
      role="alertdialog"
      aria-label={ask}
      onKeyDown={({ key }) => key === 'Escape' && set(false)}
    >
      <p>{ask}</p>
      <div class={styles.askFirstWays}>
        <button
          ref={wayBack}
          type="button"
          class={shared.button}
          aria-disabled={!presses.isSettled || undefined}
          onClick={() => set(false)}
        >
          {no}
        </button>
        <button
          type="button"
          class={cx(shared.button, shared.buttonEnd)}
          aria-disabled={!presses.isSettled || undefined}
          onClick={() => {
            if (presses.press() === 'ignored') return;
            setAsking(false);
            onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </div>
  );
}
