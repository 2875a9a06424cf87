import type { PlaceId } from '../../question/places/place.ts';
import { placeBiases } from './biases.ts';
import { besideTags, nameBox } from './captions.ts';
import { placeChips, placeTargets, placeTimes } from './chips.ts';
import { placeUnits, typeSizes } from './columns.ts';
import { placeBracket, placeEdges } from './edges.ts';
import { type Area, type Box, chipHeight, type Layout, type PlacedChip, type TapZone } from './parts.ts';
import { placeParcels } from './parcels.ts';
import { placeTags } from './tags.ts';
import { placeTaps } from './taps.ts';
import type { Picture } from '../picture.ts';

/** Factors by which the font sizes shrink, tried in order, in a large network. */
const SHRINK = [1, 0.86, 0.74, 0.64, 0.55];

/**
 * Computes positions and sizes of everything in a picture, without drawing anything.
 *
 * @param box  the canvas, CSS px
 */
export function layoutOf(picture: Picture, box: Box): Layout {
  const fits = SHRINK.map((shrink) => {
    const type = typeSizes(picture, box, shrink);
    return { type, bodies: placeUnits(picture, box, type) };
  });
  // Smallest body radius, in font sizes of a chip, so that chips do not dwarf the characters.
  const least = picture.scale === 'projector' ? 2.2 : 1.6;
  const roomy = fits.find(({ type, bodies }) =>
    bodies.every(({ r, unit }) => r >= type.chip * (unit.kind === 'input' ? 0.8 : 1) * least),
  );
  const { type, bodies } = roomy ?? fits.at(-1)!;

  const bracket = placeBracket(picture, bodies, type);
  const edges = placeEdges(picture, bodies, bracket);
  const chips = placeChips(picture, bodies, type);
  const targets = placeTargets(picture, bodies, box, type);
  const parcels = placeParcels(picture, bodies, box, type);
  const timesRadius = Math.round(type.chip * 0.6);
  const arrivals = new Map(edges.map(({ place, curve }) => [place, curve.to]));
  const times = placeTimes(picture, chips, bodies, arrivals, timesRadius);
  const obstacles: Area[] = [
    ...chips.map(withBadge),
    ...parcels,
    ...times.map((mark) => ({ ...mark, w: timesRadius * 2, h: timesRadius * 2 })),
  ];
  if (bracket) {
    const { disc, top, bottom } = bracket;
    const w = bracket.x - disc.x + disc.r + (bottom - top) * 0.14;
    obstacles.push({ x: disc.x - disc.r + w / 2, y: disc.y, w, h: bottom - top });
  }
  const biases = placeBiases(bodies, edges, obstacles, picture.pulsing, type);
  const units = bodies.map((body) => besideTags(body, biases, type));
  obstacles.push(...biases, ...units.map((placed) => nameBox(placed, type)));
  const placedTags = placeTags(picture, edges, units, obstacles, type);
  const weightChips = placedTags.flatMap(({ edge, x, y, w, h }): PlacedChip[] => {
    const taken = picture.taken.find(({ place }) => place === edge.place);
    return taken ? [{ ...taken, x, y, w, h, tie: null }] : [];
  });
  const tags = placedTags.filter(({ edge }) => !weightChips.some(({ place }) => place === edge.place));
  const allChips = [...chips, ...weightChips];
  const taps = placeTaps(picture, box, type, { units, edges, tags, biases, chips: allChips });
  return {
    box,
    type,
    units,
    edges,
    tags,
    biases,
    chips: allChips,
    targets,
    times,
    timesRadius,
    bracket,
    parcels,
    pulses: picture.pulsing.flatMap((place) => placePulse(place, taps, box, chipHeight(type)) ?? []),
    taps,
  };
}

/** A chip with the badge on its left shoulder. */
function withBadge(chip: PlacedChip): Area {
  const badge = chip.number === null ? 0 : chip.h * 0.4;
  return { x: chip.x - badge / 2, y: chip.y - badge / 2, w: chip.w + badge, h: chip.h + badge };
}

/** The ring round a place to look at. */
function placePulse(
  wanted: PlaceId,
  taps: readonly TapZone[],
  box: Box,
  least: number,
): Layout['pulses'][number] | null {
  const zone = taps.find(({ place, shape }) => place === wanted && shape !== 'curve');
  if (!zone || zone.shape === 'curve') return null;
  if (zone.shape === 'circle') {
    const across = Math.max(zone.r * 2.25, least * 1.5);
    return { x: zone.x, y: zone.y, w: across, h: across, round: true };
  }
  const [left, right] = [zone.x - zone.w / 2 - 6, zone.x + zone.w / 2 + 6];
  const inside = { left: Math.max(4, left), right: Math.min(box.width - 4, right) };
  return {
    x: (inside.left + inside.right) / 2,
    y: zone.y,
    w: inside.right - inside.left,
    h: Math.max(zone.h + 10, least),
    round: false,
  };
}
