import type { MistakeId } from '@relay/shared/question/question';
import { type Breed, CREATURES, faceOf } from './creatures';
import { cx } from '../../styles/cx';
import styles from './Creature.module.css';

const INK = {
  fill: 'none',
  stroke: 'var(--ink)',
  'stroke-width': 3.2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

/** Outlines, 100 wide: a tap, a many-armed thing, a drop, a jar, a flame, a boot, a blot. */
const BODIES: Record<Breed, string> = {
  valve: 'M28 44c0-16 11-22 24-22s24 7 24 22c0 6-2 9 2 16 5 9 2 26-27 26S21 70 26 60c3-6 2-10 2-16Z',
  way: 'M26 52c-7-14 6-28 20-24 4-9 18-10 22 0 13-3 22 12 15 24 5 17-9 34-30 34S20 70 26 52Z',
  input: 'M52 14c9 16 29 29 29 49 0 15-12 24-29 24S23 78 23 63c0-20 20-32 29-49Z',
  belly: 'M38 26c-2-4 1-8 6-8h18c5 0 8 4 6 8 12 6 17 19 15 34-2 17-13 27-30 27S25 77 23 60c-2-15 4-28 15-34Z',
  loss: 'M50 12c2 12 12 15 17 24 2-3 2-7 1-11 12 9 17 24 15 36-3 16-14 26-31 26S23 78 22 62c0-12 7-18 12-27 4-7 8-13 16-23Z',
  step: 'M30 22h30c4 0 4 5 3 12-1 9 5 13 14 17 9 5 10 14 8 25-1 7-4 10-12 10H34c-9 0-12-4-12-13 0-18 4-28 4-42 0-6 0-9 4-9Z',
  slip: 'M50 20c10 0 12 9 20 11s16 5 15 16-7 10-5 19-3 20-16 20c-8 0-10-4-17-4s-12 5-19 0-4-14-8-22-4-20 6-25 9-15 24-15Z',
};

const EYES = [
  <>
    <circle cx="42" cy="48" r="3.6" />
    <circle cx="62" cy="48" r="3.6" />
  </>,
  <>
    <circle cx="52" cy="46" r="8" class={styles.creatureWhite} />
    <circle cx="54" cy="47" r="3.4" />
  </>,
  <>
    <circle cx="41" cy="47" r="6" class={styles.creatureWhite} />
    <circle cx="63" cy="47" r="4.6" class={styles.creatureWhite} />
    <circle cx="43" cy="48" r="2.6" />
    <circle cx="62" cy="48" r="2.2" />
  </>,
  <>
    <circle cx="38" cy="49" r="3" />
    <circle cx="52" cy="43" r="3" />
    <circle cx="66" cy="49" r="3" />
  </>,
];

const MOUTHS = [
  'M44 64c5 5 11 5 16 0',
  'M43 66c3-4 6 3 9 0s6 3 9 0',
  'M45 67c5-6 10-6 14 0',
  'M46 63c1 9 11 9 12 0Z',
  'M45 65h14M49 65v4h4v-4',
];

const FEET = [
  'M40 86c0 4-2 6-6 7M64 86c0 4 2 6 6 7',
  'M36 85c-1 4 0 6-3 8M52 88v6M68 85c1 4 0 6 3 8',
  'M44 87c-6 1-9 4-9 7h10M60 87c6 1 9 4 9 7H59',
];

/** Creature of a mistake, holding a board that names the slip. Decoration: the words stand beside it. */
export function Creature({
  id,
  class: look = '',
}: {
  readonly id: MistakeId;
  readonly class?: string | undefined;
}) {
  const { breed, board } = CREATURES[id];
  const { eyes, mouth, feet } = faceOf(id);
  const width = Math.max(34, 14 + [...board].length * 11);
  return (
    <svg
      viewBox={`0 0 ${92 + width} 100`}
      class={cx(styles.creature, look)}
      data-breed={breed}
      aria-hidden
      focusable="false"
    >
      <path {...INK} d={FEET[feet]} />
      <path {...INK} class={styles.creatureBody} d={BODIES[breed]} />
      <path {...INK} d="M24 62c-8-1-12 4-14 11M80 58c7-1 10-5 12-12" />
      <g class={styles.creatureEyes}>{EYES[eyes]}</g>
      <path {...INK} stroke-width={2.8} d={MOUTHS[mouth]} />
      <path {...INK} d={`M92 60V26`} />
      <path
        {...INK}
        stroke-width={2.6}
        class={styles.creatureBoard}
        d={`M88 8c${width / 3}-3 ${width / 2} 2 ${width - 2} 0 2 8-1 14 1 24-${width / 2} 2-${width / 1.6}-2-${width}-1 1-9-1-15 1-23Z`}
      />
      <text x={88 + width / 2 - 1} y="26" class={styles.creatureSign}>
        {board}
      </text>
    </svg>
  );
}
