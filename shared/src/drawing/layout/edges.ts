import { weightPlaceId } from '../../question/places/placeId.ts';
import type { Picture } from '../picture.ts';
import { curveBetween } from './curve.ts';
import type { PlacedBracket, PlacedEdge, PlacedUnit, TypeSizes } from './parts.ts';

/** Between two layers with more edges than this, only those that matter now stand out and have a tag. */
const CROWD = 12;
/** Edges of one unit leave and arrive fanned out by this much of its radius, so that each can be followed. */
const FAN = 0.62;

function fanned(index: number, count: number, r: number, share = FAN): number {
  return count < 2 ? 0 : (index / (count - 1) - 0.5) * r * share;
}

/** Places the edges between the units that are drawn. */
export function placeEdges(
  picture: Picture,
  units: readonly PlacedUnit[],
  bracket: PlacedBracket | null,
): PlacedEdge[] {
  const at = new Map(units.map((placed) => [`${placed.unit.layer}/${placed.unit.index}`, placed]));
  const taken = new Set(picture.taken.map(({ place }) => place));
  const inLayer = (layer: number): number => units.filter(({ unit }) => unit.layer === layer).length;
  return picture.edges.flatMap((edge): PlacedEdge[] => {
    const source = at.get(`${edge.layer - 1}/${edge.from}`);
    const target = at.get(`${edge.layer}/${edge.to}`);
    if (!source || !target) return [];
    const key = `${source.unit.name}>${target.unit.name}`;
    const place = weightPlaceId(source.unit.name, target.unit.name);
    const outgoing = inLayer(edge.layer);
    const row = outgoing > 1 ? edge.to : 0;
    const collected = bracket?.unit === source.unit.name ? bracket : null;
    const from = collected
      ? {
          x: collected.x + (collected.bottom - collected.top) * 0.14,
          y:
            (collected.top + collected.bottom) / 2 +
            fanned(row, outgoing, collected.bottom - collected.top, 0.74),
        }
      : { x: source.x + source.r * 0.97, y: source.y + fanned(row, outgoing, source.r) };
    const incoming = inLayer(edge.layer - 1);
    const to = {
      x: target.x - target.r * 0.92,
      y: target.y + fanned(incoming > 1 ? edge.from : 0, incoming, target.r),
    };
    const touchesMine = source.unit.mine || target.unit.mine;
    const relevant = edge.inQuestion || edge.carriesBack || taken.has(place) || touchesMine;
    return [
      {
        key,
        place,
        layer: edge.layer,
        fromIndex: edge.from,
        toIndex: edge.to,
        curve: curveBetween(from, to),
        weight: edge.weight,
        target: edge.target,
        inQuestion: edge.inQuestion,
        carriesBack: edge.carriesBack,
        relevant,
        faint: !relevant && incoming * outgoing > CROWD,
      },
    ];
  });
}

/** Places the Σ bracket right beside its unit, where the paths it adds up end and no other edge passes. */
export function placeBracket(
  picture: Picture,
  units: readonly PlacedUnit[],
  type: TypeSizes,
): PlacedBracket | null {
  const { bracket } = picture;
  const owner = bracket && units.find(({ unit }) => unit.name === bracket.unit);
  if (!bracket || !owner) return null;
  const r = Math.max(11, Math.min(type.chip * 0.95, owner.r * 0.34));
  const half = Math.max(owner.r * 0.62, r * 1.6);
  const next = units.filter(({ unit }) => unit.layer === owner.unit.layer + 1);
  const gap = Math.min(...next.map((unit) => unit.x - unit.r)) - owner.x - owner.r;
  // Clear of arm and halo where there is room; else on the rim of the body.
  const disc = { x: owner.x + (gap > type.chip * 8 ? owner.r * 1.26 + r : owner.r), y: owner.y, r };
  return {
    unit: owner.unit.name,
    x: disc.x + r + 3,
    top: owner.y - half,
    bottom: owner.y + half,
    disc,
  };
}
