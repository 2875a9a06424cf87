import type * as Phaser from 'phaser';
import { parsePlaceId } from '@relay/shared/question/places/placeId';
import { pointOn } from '@relay/shared/drawing/layout/curve';
import { valveAt } from '@relay/shared/drawing/layout/parts';
import type { Character } from '../character';
import type { EdgeView } from '../edgeView';
import { ease, type Movement, MS } from '../motion';
import type { NetworkView } from '../networkView';

const POP_MS = 420;
const SQUEEZE_MS = 520;
const TRAVEL_MS = MS.edge * 1.8;

/**
 * Plays the backward pass. At each layer, last first: a parcel arrives, squeezes through the valve, and travels left
 * along every edge, growing or shrinking with the weight.
 */
export async function playParcels(
  view: NetworkView,
  movement: Movement,
  only: readonly number[] | null,
): Promise<void> {
  const receivers = [...view.characters.values()].filter(
    ({ placed: { unit } }) => unit.kind !== 'input' && (!only || only.includes(unit.layer)),
  );
  view.holdParcels(new Set(receivers.map(({ placed }) => placed.unit.name)));
  const layers = [...new Set(receivers.map(({ placed }) => placed.unit.layer))].sort((a, b) => b - a);
  for (const layer of layers) {
    if (!movement.live) break;
    const owners = receivers.filter(({ placed }) => placed.unit.layer === layer);
    await Promise.all(owners.map((owner, i) => squeeze(view, movement, owner, i * MS.stagger)));
    if (!movement.live) break;
    const edges = view.edges.filter(({ edge }) => edge.layer === layer && edge.layer > 1);
    await Promise.all(edges.map((edge) => travel(view, movement, edge)));
  }
  view.holdParcels(new Set());
}

function travellingParcel(
  view: NetworkView,
  layer: 'parcels' | 'travellers',
): { image: Phaser.GameObjects.Image; scale: number } {
  const image = view.context.atlas.image('parcel-travelling').setVisible(false);
  view.layer(layer).add(image);
  return { image, scale: image.scale };
}

/** Moves a parcel in from the right and through the valve, where it gets as thin as the valve is closed, to the unit's δ. */
async function squeeze(
  view: NetworkView,
  movement: Movement,
  owner: Character,
  delayMs: number,
): Promise<void> {
  const { placed } = owner;
  const label = view.parcels.get(placed.unit.name);
  const { image, scale } = travellingParcel(view, 'parcels');
  const start = { x: placed.x + placed.r * 1.08, y: placed.y - placed.r * 0.6 };
  const valve = valveAt(placed);
  const end = label ? { x: label.x, y: label.y } : { x: placed.x, y: placed.y - placed.r };
  const open = placed.unit.opening ?? 1;
  const pops = (share: number): void =>
    void image
      .setVisible(true)
      .setPosition(start.x, start.y)
      .setScale(scale * share);
  await movement.run(POP_MS, pops, { delayMs, ease: ease.pop });
  owner.setPose('eating');
  const after = 0.55 + 0.45 * open;
  await movement.run(SQUEEZE_MS, (t) => {
    const [a, b, u] = t < 0.5 ? [start, valve, t * 2] : [valve, end, t * 2 - 1];
    const tight = 1 - Math.abs(t - 0.5) * 2;
    const thin = 1 - tight * (0.75 - 0.4 * open);
    const size = t < 0.5 ? 1 : after;
    image
      .setPosition(a.x + (b.x - a.x) * u, a.y + (b.y - a.y) * u)
      .setScale(scale * size * (1 + tight * 0.25), scale * size * thin);
    owner.pull(1 - tight * 0.04, 1 + tight * 0.04);
  });
  image.destroy();
  owner.pull(1, 1);
  owner.setPose(null);
  if (!label?.active) return;
  label.setVisible(true);
  await movement.run(MS.pop, (share) => label.active && label.setScale(0.5 + 0.5 * share), {
    ease: ease.pop,
  });
}

async function travel(view: NetworkView, movement: Movement, { edge }: EdgeView): Promise<void> {
  const { image, scale } = travellingParcel(view, 'travellers');
  const grown = Math.max(0.5, Math.min(1.6, Math.sqrt(Math.abs(edge.weight ?? 1))));
  await movement.run(
    TRAVEL_MS,
    (t) => {
      const { x, y } = pointOn(edge.curve, 1 - t);
      image
        .setVisible(true)
        .setPosition(x, y)
        .setScale(scale * (0.8 + (grown * 0.8 - 0.8) * t));
    },
    { delayMs: edge.toIndex * MS.stagger },
  );
  const ends = parsePlaceId(edge.place);
  const to = ends?.kind === 'weight' ? view.characters.get(ends.from) : undefined;
  await movement.run(MS.pop, (t) => {
    image.setAlpha(1 - t);
    const plop = Math.sin(t * Math.PI) * 0.06;
    to?.pull(1 + plop, 1 - plop);
  });
  image.destroy();
}
