import type { Pose } from '../picture.ts';
import { INK, oval, type Part, part, path, type Shape, WHITE } from './ink.ts';

const POSES: readonly Pose[] = ['idle', 'eating', 'thinking', 'hop', 'puzzled', 'asleep'];

type Arm = readonly [x: number, y: number, bendX: number, bendY: number, handX: number, handY: number];

/** Both arms of a body of radius 1: shoulder, bend, hand; the last four from the shoulder. */
const ARMS: Record<Pose, readonly [Arm, Arm]> = {
  idle: [
    [-0.95, 0.1, -0.24, 0.04, -0.22, 0.3],
    [0.95, 0.1, 0.24, 0.04, 0.22, 0.3],
  ],
  eating: [
    [-0.95, 0.06, -0.3, 0.02, -0.28, -0.2],
    [0.95, 0.12, 0.26, 0.02, 0.24, 0.26],
  ],
  thinking: [
    [-0.95, 0.12, -0.24, 0.06, -0.2, 0.3],
    [0.96, 0.08, 0.34, 0.0, 0.14, -0.44],
  ],
  hop: [
    [-0.95, -0.08, -0.3, -0.04, -0.3, -0.46],
    [0.95, -0.08, 0.3, -0.04, 0.3, -0.46],
  ],
  puzzled: [
    [-0.95, 0.12, -0.24, 0.06, -0.22, 0.3],
    [0.9, -0.14, 0.34, -0.06, 0.02, -0.42],
  ],
  asleep: [
    [-0.94, 0.2, -0.16, 0.08, -0.1, 0.32],
    [0.94, 0.2, 0.16, 0.08, 0.1, 0.32],
  ],
};

type Eyes = 'open' | 'up' | 'happy' | 'closed' | 'wide';
const EYES: Record<Pose, Eyes> = {
  idle: 'open',
  eating: 'wide',
  thinking: 'up',
  hop: 'happy',
  puzzled: 'wide',
  asleep: 'closed',
};

const EYE_Y = -0.54;
const EYE_X = 0.27;

function eye(kind: Eyes, side: -1 | 1, r: number): Shape[] {
  const [x, y] = [side * EYE_X * r, EYE_Y * r];
  const line = { stroke: INK, width: r * 0.055 };
  if (kind === 'happy')
    return [{ d: path`M${x - r * 0.09},${y + r * 0.03}q${r * 0.09},${-r * 0.15} ${r * 0.18},0`, ...line }];
  if (kind === 'closed')
    return [{ d: path`M${x - r * 0.09},${y}q${r * 0.09},${r * 0.1} ${r * 0.18},0`, ...line }];
  const size = kind === 'wide' ? 0.085 : 0.072;
  const [dx, dy] = kind === 'up' ? [r * 0.05, -r * 0.05] : [0, 0];
  return [
    { d: oval(x + dx, y + dy, r * size * 0.92, r * size * 1.12), fill: INK },
    { d: oval(x + dx + r * 0.025, y + dy - r * 0.032, r * 0.024), fill: WHITE },
  ];
}

function mouth(pose: Pose, r: number): Shape {
  const y = (EYE_Y + 0.16) * r;
  const line = { stroke: INK, width: r * 0.05 };
  switch (pose) {
    case 'hop':
      return {
        d: path`M${-r * 0.12},${y}q${r * 0.12},${r * 0.2} ${r * 0.24},0Z`,
        ...line,
        fill: 'mouth',
      };
    case 'eating':
      return { d: oval(0, y + r * 0.03, r * 0.085, r * 0.075), ...line, fill: 'mouth' };
    case 'puzzled':
      return {
        d: path`M${-r * 0.12},${y}q${r * 0.06},${-r * 0.07} ${r * 0.12},0t${r * 0.12},0`,
        ...line,
      };
    case 'thinking':
      return {
        d: path`M${-r * 0.06},${y + r * 0.02}q${r * 0.09},${-r * 0.03} ${r * 0.16},${-r * 0.01}`,
        ...line,
      };
    case 'asleep':
      return { d: oval(0, y + r * 0.02, r * 0.045, r * 0.035), ...line };
    case 'idle':
      return { d: path`M${-r * 0.11},${y}q${r * 0.11},${r * 0.1} ${r * 0.22},0`, ...line };
  }
}

/** Brows of a puzzled face, one higher than the other. */
const brows = (r: number): Shape[] => [
  { d: path`M${-r * 0.36},${-r * 0.68}l${r * 0.17},${-r * 0.05}`, stroke: INK, width: r * 0.045 },
  { d: path`M${r * 0.17},${-r * 0.78}l${r * 0.18},${r * 0.06}`, stroke: INK, width: r * 0.045 },
];

function face(key: string, eyes: Eyes, pose: Pose, r: number): Part {
  const shapes = [...eye(eyes, -1, r), ...eye(eyes, 1, r), mouth(pose, r)];
  return part(key, r, r * 0.72, pose === 'puzzled' ? [...shapes, ...brows(r)] : shapes, r * 0.5, r * 0.88);
}

/** Faces and arms of all poses for bodies of one radius, and the blink. */
export function poseParts(r: number, size: string): Part[] {
  const line = { stroke: INK, width: Math.max(2, r * 0.06) };
  const limb = ([x, y, bx, by, hx, hy]: Arm): Shape => ({
    d: path`M${x * r},${y * r}q${bx * r},${by * r} ${hx * r},${hy * r}`,
    ...line,
  });
  const arms = POSES.map((pose) =>
    part(`arms-${pose}${size}`, r * 2.8, r * 1.4, ARMS[pose].map(limb), r * 1.4, r * 0.78),
  );
  const faces = POSES.map((pose) => face(`face-${pose}${size}`, EYES[pose], pose, r));
  return [...arms, ...faces, face(`face-blink${size}`, 'closed', 'idle', r)];
}
