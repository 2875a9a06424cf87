import type * as Phaser from 'phaser';
import { placeKindOf } from '@relay/shared/question/places/placeId';
import { badgeRadius } from '@relay/shared/drawing/layout/chips';
import type { Layout, PlacedChip, PlacedParcel } from '@relay/shared/drawing/layout/parts';
import { parcelSize } from '@relay/shared/drawing/layout/parcels';
import { BRONZE, hex, WHITE } from './ink';
import type { RenderContext } from './renderContext';
import { LOOKS, Pill } from './pill';

/** Draws the chip of a taken value: yellow, numbered, tied to its place by a short line. */
export function chipView(
  context: RenderContext,
  layout: Layout,
  chip: PlacedChip,
): Phaser.GameObjects.Container {
  const { scene, atlas, glyphs } = context;
  const pill = new Pill(context, layout.type.chip).show(chip, chip.text, LOOKS.chip, layout.type.chip * 0.16);
  if (chip.number !== null) {
    const size = Math.round(layout.type.chip * 0.8);
    const radius = badgeRadius(layout.type);
    // Above a chip at the feet is the unit's own number: the badge goes beside the chip.
    const isBeside = placeKindOf(chip.place) === 'output';
    const x = -chip.w / 2 - radius * (isBeside ? 0.5 : 0.1);
    const y = isBeside ? 0 : -chip.h / 2 + radius * 0.1;
    pill.add(atlas.image('badge', x, y), glyphs.text(x, y, String(chip.number), size, hex(WHITE)));
  }
  if (!chip.tie) return pill.root;
  const line = scene.add.graphics();
  const [dx, dy] = [chip.tie.x - pill.root.x, chip.tie.y - pill.root.y];
  line.lineStyle(2.5, hex(BRONZE)).lineBetween(0, 0, dx, dy);
  pill.root.addAt(line, 0);
  return pill.root;
}

/** Draws δ as a parcel with a ribbon and its value on a label. */
export function parcelView(
  context: RenderContext,
  layout: Layout,
  parcel: PlacedParcel,
): Phaser.GameObjects.Container {
  const size = parcelSize(layout.type);
  const pill = new Pill(context, size).show(parcel, parcel.text, LOOKS.parcel, size * 1.3);
  return pill.add(context.atlas.image('parcel', size * 0.75 - parcel.w / 2, -parcel.h * 0.08)).root;
}
