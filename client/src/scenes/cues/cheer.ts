import type * as Phaser from 'phaser';
import { BRONZE, hex, YELLOW } from '../ink';
import { ease, type Movement, MS } from '../motion';
import type { NetworkView } from '../networkView';

/** Time for which sparkles stand still with reduced motion. */
const READING_MS = 1600;
const HOP_MS = 900;
/** Positions and sizes of sparkles around a body, in radii. */
const SPARKLES = [
  [-1.15, -0.75, 0.26],
  [1.2, -0.9, 0.34],
  [1.3, 0.35, 0.2],
  [-1.3, 0.45, 0.18],
] as const;

/** Plays the cheer for a lane without wrong answers: units hop, one after the other, and sparkle. */
export async function playCheer(view: NetworkView, movement: Movement, still: boolean): Promise<void> {
  const all = [...view.characters.values()].filter(({ placed }) => placed.unit.kind !== 'input');
  const sparkles = all.flatMap(({ placed: { x, y, r } }) =>
    SPARKLES.map(([dx, dy, size]) => sparkle(view, x + dx * r, y + dy * r, size * r)),
  );
  for (const character of all) character.setPose('hop');
  if (still) await movement.pause(READING_MS);
  else
    await Promise.all([
      ...all.map((one, i) =>
        movement.run(
          HOP_MS,
          (t) => one.pull(1, 1, 0, Math.abs(Math.sin(t * 2 * Math.PI)) * 0.35 * one.placed.r),
          { delayMs: i * MS.stagger, ease: ease.linear },
        ),
      ),
      ...sparkles.map((star, i) =>
        movement.run(HOP_MS, (t) => star.setScale(Math.sin(t * Math.PI)).setAngle(t * 40), {
          delayMs: (i % SPARKLES.length) * MS.stagger * 2,
          ease: ease.linear,
        }),
      ),
    ]);
  for (const star of sparkles) star.destroy();
  for (const character of all) {
    character.pull(1, 1);
    character.setPose(null);
  }
}

/** Draws a star with four points. */
function sparkle(view: NetworkView, x: number, y: number, r: number): Phaser.GameObjects.Graphics {
  const star = view.context.scene.add.graphics().setPosition(x, y);
  star
    .fillStyle(hex(YELLOW))
    .lineStyle(Math.max(1.5, r * 0.12), hex(BRONZE))
    .beginPath();
  for (let i = 0; i < 8; i++) {
    const [angle, reach] = [(i * Math.PI) / 4, i % 2 === 0 ? r : r * 0.36];
    star.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
  }
  star.closePath().fillPath().strokePath();
  view.layer('over').add(star);
  return star;
}
