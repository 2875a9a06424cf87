import type { ComponentChildren } from 'preact';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import { useIsSettled } from '../../parts/settled';

interface LeadButtonProps {
  readonly class?: string | undefined;
  readonly testId?: string;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly describedBy?: string | undefined;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** Button that leads the session: says that it takes no press while it settles into another meaning. */
export function LeadButton(props: LeadButtonProps) {
  const isSettled = useIsSettled();
  return (
    <button
      type="button"
      class={cx(shared.button, props.class)}
      data-testid={props.testId}
      disabled={props.isDisabled}
      aria-disabled={!isSettled || undefined}
      aria-pressed={props.isPressed}
      aria-describedby={props.describedBy}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
