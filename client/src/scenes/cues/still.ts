import type * as Phaser from 'phaser';
import type { Cue } from '../../picture/stage';
import { hex, INK, WHITE } from '../ink';
import type { Movement } from '../motion';
import type { NetworkView } from '../networkView';

/** Time for which numbered steps are shown with reduced motion. */
const READING_MS = 1200;

/** Shows a movement with reduced motion: the layers it would pass, numbered, for a moment. */
export async function stillSteps(
  view: NetworkView,
  movement: Movement,
  { type, layers }: Extract<Cue, { type: 'forward' | 'parcels' }>,
): Promise<void> {
  // For single layers the values now drawn there are enough.
  if (layers) return;
  const { context, layout } = view;
  const size = Math.round(layout.type.tag * 0.95);
  const last = Math.max(...layout.units.map(({ unit }) => unit.layer));
  const made = layout.units.flatMap(({ unit, x, y, r }): Phaser.GameObjects.GameObject[] => {
    if (unit.layer === 0) return [];
    const step = type === 'forward' ? unit.layer : last - unit.layer + 1;
    const at = { x: x - r * 0.78, y: y - r * 0.78 };
    const disc = context.scene.add
      .graphics()
      .fillStyle(hex(INK))
      .fillCircle(at.x, at.y, size * 0.9);
    return [disc, context.glyphs.text(at.x, at.y, String(step), size, hex(WHITE))];
  });
  view.layer('over').add(made);
  await movement.pause(READING_MS);
  for (const mark of made) mark.destroy();
}

/** Shows the pose of a verdict without its movement. */
export async function stillVerdict(
  view: NetworkView,
  movement: Movement,
  unit: string,
  correct: boolean,
): Promise<void> {
  const character = view.characters.get(unit);
  character?.setPose(correct ? 'hop' : 'puzzled');
  await movement.pause(READING_MS);
  character?.setPose(null);
}
