import type { PlaceId } from '../../question/places/place.ts';
import { unitPlaceId } from '../../question/places/placeId.ts';
import type { Picture } from '../picture.ts';
import { distanceToLine, samples } from './curve.ts';
import {
  type Area,
  type Box,
  chipHeight,
  type PlacedBias,
  type PlacedChip,
  type PlacedEdge,
  type PlacedTag,
  type PlacedUnit,
  type Point,
  type TapZone,
  type TypeSizes,
  VALVE,
  valveAt,
} from './parts.ts';

/** Half of the smallest tap target, which is 48 px across. */
const REACH = 24;

/** Zone to the right of a unit in which its error (or parcel) is tapped. */
function rightZone(unit: PlacedUnit, box: Box, type: TypeSizes): Area {
  const left = unit.x + unit.r * 1.05;
  const last = unit.unit.kind === 'output';
  const w = last ? Math.min(box.width - left, type.chip * 7.5) : Math.max(2 * REACH, type.chip * 2.4);
  const h = Math.max(2 * REACH, Math.min(unit.pitch * 0.5, chipHeight(type) * 2.2));
  return { x: left + w / 2, y: unit.y - (last ? h * 0.1 : 0), w, h };
}

/** Tap zones of all places of the drawing. */
export function placeTaps(
  picture: Picture,
  box: Box,
  type: TypeSizes,
  drawn: {
    readonly units: readonly PlacedUnit[];
    readonly edges: readonly PlacedEdge[];
    readonly tags: readonly PlacedTag[];
    readonly biases: readonly PlacedBias[];
    readonly chips: readonly PlacedChip[];
  },
): TapZone[] {
  const zones: TapZone[] = [];
  const deep = Math.max(...picture.units.map(({ layer }) => layer)) > 2;
  for (const placed of drawn.units) {
    const { unit, x, y, r } = placed;
    zones.push({ place: unitPlaceId('output', unit.name), shape: 'circle', x, y, r });
    if (unit.opening !== null)
      zones.push({
        place: unitPlaceId('valve', unit.name),
        shape: 'circle',
        ...valveAt(placed),
        r: r * VALVE.r * 1.2,
      });
    if (unit.kind === 'output')
      zones.push({
        place: unitPlaceId('error', unit.name),
        shape: 'rectangle',
        ...rightZone(placed, box, type),
      });
    if (deep && unit.kind === 'hidden' && unit.layer > 1)
      zones.push({
        place: unitPlaceId('parcel', unit.name),
        shape: 'rectangle',
        ...rightZone(placed, box, type),
      });
  }
  const tagged = new Map(drawn.tags.map((tag) => [tag.edge.key, tag]));
  for (const edge of drawn.edges) {
    const tag = tagged.get(edge.key);
    if (tag) zones.push({ place: edge.place, shape: 'rectangle', x: tag.x, y: tag.y, w: tag.w, h: tag.h });
    const reach = tag ? REACH * 0.6 : REACH;
    zones.push({ place: edge.place, shape: 'curve', points: samples(edge.curve, 16, 0.14, 0.88), reach });
  }
  for (const { place, x, y, w, h } of [...drawn.biases, ...drawn.chips])
    zones.push({ place, shape: 'rectangle', x, y, w, h });
  return zones;
}

/** Relative distance of a point from the middle of a zone: 0 in the middle, 1 at the rim, more outside. */
function relativeDistance(zone: TapZone, at: Point): number {
  switch (zone.shape) {
    case 'circle':
      return Math.hypot(at.x - zone.x, at.y - zone.y) / Math.max(REACH, zone.r);
    case 'rectangle':
      return Math.max(
        Math.abs(at.x - zone.x) / Math.max(REACH, zone.w / 2),
        Math.abs(at.y - zone.y) / Math.max(REACH, zone.h / 2),
      );
    case 'curve': {
      // A curve counts as at least half-way out, so that zones on it come first.
      const out = distanceToLine(zone.points, at) / zone.reach;
      return out > 1 ? out : 0.5 + out / 2;
    }
  }
}

/** Place that a tap means: of all zones hit, the one hit nearest its middle, so that small zones win over large ones. */
export function placeAt(zones: readonly TapZone[], at: Point): PlaceId | null {
  let best: PlaceId | null = null;
  let least = 1;
  for (const zone of zones) {
    const out = relativeDistance(zone, at);
    if (out <= least) [best, least] = [zone.place, out];
  }
  return best;
}

/** Position at which a place is shown: its chip when it is taken, else its zone. */
export function anchorOf(zones: readonly TapZone[], place: PlaceId): Point | null {
  const own = zones.filter((zone) => zone.place === place);
  const solid = own.findLast((zone) => zone.shape !== 'curve');
  if (solid) return { x: solid.x, y: solid.y };
  const line = own[0];
  return line?.shape === 'curve' ? (line.points[line.points.length >> 1] ?? null) : null;
}
