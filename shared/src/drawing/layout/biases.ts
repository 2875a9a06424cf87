import type { PlaceId } from '../../question/places/place.ts';
import { unitPlaceId } from '../../question/places/placeId.ts';
import { BELLY_LABEL_Y } from './captions.ts';
import { overlap, reachIntoCircle } from './curve.ts';
import {
  type Area,
  type PlacedBias,
  type PlacedEdge,
  type PlacedUnit,
  tagHeight,
  type TypeSizes,
} from './parts.ts';
import { shortFigures, textWidth } from './text.ts';

/** Offset of the tag from the middle of the body, in radii: at the left foot, with a short line up to the body. */
const FOOT = { x: 0.52, y: 0.98 } as const;
const BODY = { x: 0.64, y: 0.7 } as const;

function tagAt({ unit, x, y, r, bellySize }: PlacedUnit, type: TypeSizes): PlacedBias | null {
  if (!unit.bias) return null;
  const { value, inQuestion } = unit.bias;
  const text = `b ${shortFigures(value)}`;
  const w = textWidth(text, type.tag) + type.tag * (inQuestion ? 2.2 : 0.9);
  const h = tagHeight(type);
  // On a small body the tag hangs lower, so that its line and the number before the feet stay visible.
  const label = bellySize === null ? r * BELLY_LABEL_Y + type.bellyLeast * 0.75 + h / 2 : 0;
  const down = Math.max(r * FOOT.y, r * BODY.y + h * 0.9, label);
  const area = { x: x - r * FOOT.x - w / 2, y: y + down, w, h };
  const place: PlaceId = unitPlaceId('bias', unit.name);
  const line = { from: { x: area.x + w * 0.3, y: area.y }, to: { x: x - r * BODY.x, y: y + r * BODY.y } };
  return { ...area, place, unit: unit.name, text, value, inQuestion, line };
}

const room = (tag: PlacedBias): Area => ({ x: tag.x, y: tag.y, w: tag.w + 4, h: tag.h + 2 });

/** Places a tag for each bias. In a crowd, tags that are neither in question, own nor wanted are left out. */
export function placeBiases(
  units: readonly PlacedUnit[],
  edges: readonly PlacedEdge[],
  obstacles: readonly Area[],
  wanted: readonly PlaceId[],
  type: TypeSizes,
): PlacedBias[] {
  const kept: PlacedBias[] = [];
  for (const placed of units) {
    const tag = tagAt(placed, type);
    if (!tag) continue;
    const isNeeded = tag.inQuestion || placed.unit.mine || wanted.includes(tag.place);
    const isCrowded = edges.some((edge) => edge.faint && edge.layer === placed.unit.layer);
    const isInTheWay =
      units.some((other) => other !== placed && reachIntoCircle(room(tag), other, other.r * 1.1) > 0) ||
      kept.some((other) => overlap(room(tag), other) > 0) ||
      obstacles.some((obstacle) => overlap(room(tag), obstacle) > 0);
    if (isNeeded || !(isCrowded || isInTheWay)) kept.push(tag);
  }
  return kept;
}
