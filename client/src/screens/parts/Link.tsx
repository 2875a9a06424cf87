import type { ComponentChildren } from 'preact';
import { go, hrefOf } from '../address';
import shared from './shared.module.css';

interface LinkProps {
  readonly to: string;
  readonly class?: string | undefined;
  readonly describedBy?: string;
  readonly children: ComponentChildren;
}

/** Link to another screen, without loading the page anew. */
export function Link({ to, class: look = shared.link, describedBy, children }: LinkProps) {
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      href={hrefOf(to)}
      class={look}
      onClick={follow}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
    >
      {children}
    </a>
  );
}
