import { cx } from '../../styles/cx';
import icons from './icons.module.css';

/** Small hand-drawn icons. Decoration only: words beside them say the same. */

interface IconProps {
  readonly class?: string | undefined;
}

const box = (look: string | undefined) => ({
  viewBox: '0 0 24 24',
  class: cx(icons.icon, look ?? ''),
  'aria-hidden': true,
  focusable: 'false',
});
const ink = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2.6,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

export const CheckIcon = (props: IconProps) => (
  <svg {...box(props.class)}>
    <path {...ink} stroke-width={3.2} d="M4.5 12.8c1.8 1.5 3.3 3.2 4.6 5.2C12 12.6 15.3 8.6 20 5.4" />
  </svg>
);

export const AlertIcon = (props: IconProps) => (
  <svg {...box(props.class)}>
    <path
      {...ink}
      d="M12 3.6c3 4.9 6 10 8.9 15.3.3.8-.2 1.5-1 1.5H4.1c-.8 0-1.3-.7-1-1.5C6 13.6 9 8.5 12 3.6Z"
    />
    <path {...ink} d="M12 9.6v4.6M12 17.2v.1" />
  </svg>
);

export const BackspaceIcon = (props: IconProps) => (
  <svg {...box(props.class)}>
    <path {...ink} d="M8.4 5.2h11.2c1 0 1.6.6 1.6 1.6v10.4c0 1-.6 1.6-1.6 1.6H8.4L2.8 12Z" />
    <path {...ink} d="m11.4 9.4 5.2 5.2m0-5.2-5.2 5.2" />
  </svg>
);

export const DiceIcon = (props: IconProps) => (
  <svg {...box(props.class)}>
    <path
      {...ink}
      d="M5.6 4.2h12.6c1 0 1.7.7 1.7 1.7v12.3c0 1-.7 1.6-1.7 1.6H5.7c-1 0-1.6-.6-1.6-1.6V5.8c0-1 .6-1.6 1.5-1.6Z"
    />
    <path {...ink} stroke-width={3.4} d="M8.6 8.6h.01M15.4 8.6h.01M12 12h.01M8.6 15.4h.01M15.4 15.4h.01" />
  </svg>
);

export const BackIcon = (props: IconProps) => (
  <svg {...box(props.class)}>
    <path
      fill="currentColor"
      d="M18 5.2v13.6c0 .8-.8 1.2-1.5.8L5.3 12.9c-.7-.4-.7-1.4 0-1.8l11.2-6.7c.7-.4 1.5 0 1.5.8Z"
    />
  </svg>
);

export const ClockIcon = (props: IconProps) => (
  <svg {...box(props.class)}>
    <path {...ink} d="M12 3.4c4.9 0 8.6 3.8 8.6 8.6s-3.8 8.6-8.6 8.6-8.6-3.8-8.6-8.6S7.2 3.4 12 3.4Z" />
    <path {...ink} d="M12 7.4V12l3.2 2.2" />
  </svg>
);

export const LockIcon = (props: IconProps) => (
  <svg {...box(props.class)}>
    <path
      {...ink}
      d="M6 10.6h12c.8 0 1.2.5 1.2 1.2v6.9c0 .8-.5 1.2-1.2 1.2H6c-.8 0-1.2-.4-1.2-1.2v-6.9c0-.7.4-1.2 1.2-1.2ZM8 10.4V8c0-2.4 1.7-4 4-4s4 1.6 4 4v2.4"
    />
  </svg>
);

export const ScreenIcon = (props: IconProps) => (
  <svg {...box(props.class)}>
    <path
      {...ink}
      d="M4.4 4.6h15.2c.9 0 1.4.5 1.4 1.4v8.8c0 .9-.5 1.4-1.4 1.4H4.4c-.9 0-1.4-.5-1.4-1.4V6c0-.9.5-1.4 1.4-1.4ZM12 16.4v3.4m-4 .2h8"
    />
  </svg>
);

export const StarIcon = (props: IconProps) => (
  <svg {...box(props.class)}>
    <path
      fill="currentColor"
      d="M12.6 3.2 15 8.4l5.6.6c.9.1 1.2 1 .6 1.6L17 14.4l1.2 5.6c.2.8-.6 1.4-1.3 1L12 18.2l-5 2.8c-.7.4-1.5-.2-1.3-1L7 14.4l-4.2-3.8c-.6-.6-.3-1.5.6-1.6L9 8.4l2.4-5.2c.3-.7 1-.7 1.2 0Z"
    />
  </svg>
);
