import { pointOn } from '@relay/shared/drawing/layout/curve';
import { ease, type Movement, MS } from '../motion';
import type { NetworkView } from '../networkView';

/** Plays the forward pass: bubbles run right, layer by layer; units reached eat, and their bellies fill. */
export async function playForward(
  view: NetworkView,
  movement: Movement,
  only: readonly number[] | null,
): Promise<void> {
  const layers = [...new Set(view.edges.map(({ edge }) => edge.layer))]
    .filter((layer) => !only || only.includes(layer))
    .sort((a, b) => a - b);
  for (const { placed, belly } of view.characters.values())
    if (layers.includes(placed.unit.layer)) belly?.fill(0);
  for (const layer of layers) {
    if (!movement.live) break;
    await runInto(view, layer, movement);
  }
  for (const character of view.characters.values()) {
    character.setPose(null);
    character.belly?.fill(1);
  }
}

async function runInto(view: NetworkView, layer: number, movement: Movement): Promise<void> {
  const incoming = view.edges.filter(({ edge }) => edge.layer === layer);
  const reached = [...view.characters.values()].filter(({ placed }) => placed.unit.layer === layer);
  for (const character of reached) character.setPose('eating');
  const ms = MS.edge * 1.4;
  const bubbles = incoming.map(({ edge }) => {
    const bubble = view.context.atlas.image('bubble', edge.curve.from.x, edge.curve.from.y).setVisible(false);
    const scale = bubble.scale;
    view.layer('travellers').add(bubble);
    const step = (share: number): void => {
      const { x, y } = pointOn(edge.curve, share);
      bubble
        .setVisible(share < 1)
        .setPosition(x, y)
        .setScale(scale * (1 - 0.35 * Math.max(0, share * 4 - 3)));
    };
    return movement.run(ms, step, { delayMs: edge.fromIndex * MS.stagger }).then(() => bubble.destroy());
  });
  const fillings = reached.map((character) =>
    movement.run(
      ms,
      (share) => {
        character.belly?.fill(share);
        const gulp = Math.sin(share * Math.PI) * 0.05;
        character.pull(1 + gulp, 1 - gulp * 0.7);
      },
      { delayMs: ms * 0.8 + character.placed.unit.index * MS.stagger, ease: ease.out },
    ),
  );
  await Promise.all([...bubbles, ...fillings]);
}
