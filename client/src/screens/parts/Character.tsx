import { Porthole } from './Porthole';
import { Valve } from './Valve';
import { cx } from '../../styles/cx';
import styles from './Character.module.css';

/** Numbers behind a drawn belly. */
export interface Filling {
  readonly sum: number;
  /** Opening of the valve: f′ as a share of its largest, [0, 1]. */
  readonly opening: number;
  /** Count of the drops swallowed so far. */
  readonly drops?: number;
}

interface CharacterProps {
  readonly kind: 'input' | 'hidden' | 'output';
  readonly mood?: 'idle' | 'wave' | 'hop' | 'eat';
  readonly belly?: string;
  /** Computed liquid and valve; absent: the liquid is only drawn. */
  readonly filling?: Filling | undefined;
  readonly class?: string | undefined;
}

const INK = {
  fill: 'none',
  stroke: 'var(--ink)',
  'stroke-width': 4.2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

const BODY = {
  input: 'M80 18c14 22 40 44 42 72 2 27-17 45-42 45s-45-18-43-45c2-28 29-51 43-72Z',
  hidden: 'M78 27c34-3 57 21 58 52 1 32-22 57-55 57-34 0-59-23-59-55 0-31 24-51 56-54Z',
  output: 'M80 28c33-2 57 22 57 53 0 33-25 55-56 55-34 0-59-24-58-55 1-30 25-51 57-53Z',
} as const;

/** Belly of a unit that computes, in the units of the drawing. */
const BELLY = { x: 48, y: 75, width: 60, height: 60 };

/** One unit as a drawing, for pages without a network: home, lobby, the end. */
export function Character({ kind, mood = 'idle', belly = '', filling, class: look = '' }: CharacterProps) {
  const up = mood === 'wave' || mood === 'hop';
  return (
    <svg
      viewBox="0 0 160 176"
      class={cx(styles.character, look)}
      data-kind={kind}
      data-mood={mood}
      aria-hidden
      focusable="false"
    >
      <ellipse cx="80" cy="164" rx="46" ry="6" class={styles.characterShadow} />
      <path {...INK} d="M64 133c-2 12-6 20-14 25h-6M97 133c3 12 7 20 14 25h6" />
      <g class={styles.characterArm}>
        <path {...INK} d={up ? 'M128 78c10-6 15-18 14-34' : 'M129 90c12 2 17 12 13 24'} />
      </g>
      <path {...INK} d={mood === 'hop' ? 'M31 80c-11-6-15-18-14-34' : 'M29 90c-11 2-16 12-12 24'} />
      <path {...INK} class={styles.characterBody} d={BODY[kind]} />
      {kind === 'output' && (
        <path
          {...INK}
          stroke-width={3.6}
          class={styles.characterCrown}
          d="M59 31 52 8l14 10L80 2l13 15 15-9-8 23c-13-4-28-4-41 0Z"
        />
      )}
      <circle cx="62" cy="62" r="4.4" class={styles.characterEye} />
      <circle cx="97" cy="61" r="4.4" class={styles.characterEye} />
      <ellipse cx="51" cy="74" rx="7" ry="4.4" class={styles.characterCheek} />
      <ellipse cx="109" cy="73" rx="7" ry="4.4" class={styles.characterCheek} />
      <Mouth key={filling?.drops} mood={mood} />
      {filling && (
        <>
          <Porthole sum={filling.sum} box={BELLY} />
          <Valve opening={filling.opening} at="translate(118 130) scale(0.8)" />
        </>
      )}
      {kind !== 'input' && !filling && (
        <g>
          <circle cx="80" cy="105" r="25" class={styles.characterPorthole} />
          <path
            class={styles.characterLiquid}
            d="M56 104c8-4 15 3 24 0s16-3 24 1c0 14-10 24-24 24s-24-11-24-25Z"
          />
          <circle cx="80" cy="105" r="25" {...INK} stroke-width={3.4} />
        </g>
      )}
      {belly !== '' && (
        <text x="80" y={kind === 'input' ? 108 : 112} class={styles.characterNumber}>
          {belly}
        </text>
      )}
    </svg>
  );
}

function Mouth({ mood }: { readonly mood: NonNullable<CharacterProps['mood']> }) {
  if (mood === 'eat') {
    return (
      <ellipse
        {...INK}
        stroke-width={3.4}
        cx="80"
        cy="72"
        rx="7"
        ry="6"
        class={cx(styles.characterMouth, styles.isGulp)}
      />
    );
  }
  const isOpen = mood !== 'idle';
  return (
    <path
      {...INK}
      stroke-width={3.4}
      class={cx(isOpen && styles.characterMouth)}
      d={isOpen ? 'M72 71c5 10 12 10 17 0-6 2-11 2-17 0Z' : 'M73 73c4 4 9 4 14 0'}
    />
  );
}
