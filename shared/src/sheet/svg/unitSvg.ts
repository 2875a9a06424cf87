import { BELLY_LABEL_Y, NAME_GAP } from '../../drawing/layout/captions.ts';
import { BELLY, type PlacedUnit, type TypeSizes, VALVE } from '../../drawing/layout/parts.ts';
import { fittingSize, shortFigures, textWidth, threeFigures } from '../../drawing/layout/text.ts';
import { liquidLevel } from '../../drawing/liquid.ts';
import { ownParts, sharedParts, sizeKey } from '../../drawing/parts/characterParts.ts';
import { type Colour, type Part, path, PLUM, TEXT, WATER } from '../../drawing/parts/ink.ts';
import { LOOKS } from '../../drawing/parts/looks.ts';
import { element, groupAt } from './element.ts';
import type { Pen } from './pen.ts';

/** Size of a subscript as a share of its letter's: the index of h₁. */
const SUBSCRIPT = 0.68;

/** Upper part of a disc of radius r, cut at y = −h and y = 0. */
function liquidAbove(r: number, h: number): string {
  const half = Math.sqrt(r * r - h * h);
  return path`M${-r},0A${r},${r} 0 0 1 ${-half},${-h}H${half}A${r},${r} 0 0 1 ${r},0Z`;
}

/** Lower part of a disc, cut at y = 0 and y = h. */
function liquidBelow(r: number, h: number): string {
  const half = Math.sqrt(r * r - h * h);
  return path`M${-r},0A${r},${r} 0 0 0 ${-half},${h}H${half}A${r},${r} 0 0 0 ${r},0Z`;
}

/** A unit's belly with its liquid and its number; empty where the sum is not shown. */
function bellySvg(pen: Pen, { unit, r, bellySize }: PlacedUnit, type: TypeSizes, ring: Part): string {
  const { sum } = unit;
  if (sum === null) return '';
  const radius = r * BELLY.r;
  const height = Number.isNaN(sum) ? 0 : liquidLevel(sum) * radius;
  const fill: Colour = sum > 0 ? WATER : PLUM;
  const liquid =
    height === 0
      ? ''
      : pen.shape({ d: sum > 0 ? liquidAbove(radius, height) : liquidBelow(radius, height), fill });
  if (Number.isNaN(sum)) return groupAt(0, r * BELLY.y, pen.part(ring));
  const text = threeFigures(sum);
  const number =
    bellySize === null
      ? pen.pill(
          {
            x: -r * 0.22,
            y: r * (BELLY_LABEL_Y - BELLY.y),
            w: textWidth(text, type.bellyLeast) + 10,
            h: type.bellyLeast * 1.35,
          },
          text,
          LOOKS.belly,
          type.bellyLeast,
        )
      : pen.text(0, (sum > 0 ? 0.37 : -0.4) * radius, text, { size: bellySize, colour: TEXT });
  return groupAt(0, r * BELLY.y, liquid, pen.part(ring), number);
}

/** A unit's valve: two shutters that leave its opening free; none where the slope is not shown. */
function valveSvg(pen: Pen, { unit, r }: PlacedUnit, part: (name: string) => Part): string {
  const { opening } = unit;
  if (opening === null) return '';
  const v = r * VALVE.r;
  // A slit and the edges of the shutters always stay visible, so that it looks like a valve.
  const share = Number.isNaN(opening) ? 1 : 0.05 + 0.72 * Math.max(0, Math.min(1, opening));
  const half = Math.sqrt(1 - share * share) * v;
  const shutters = Number.isNaN(opening)
    ? ''
    : [-1, 1]
        .map((side) =>
          pen.shape({
            d: path`M${-half},${side * share * v}A${v},${v} 0 0 ${side < 0 ? 1 : 0} ${half},${side * share * v}Z`,
            fill: 'shutter',
          }),
        )
        .join('');
  const wheel = groupAt(0, -v * (Number.isNaN(opening) ? 1 : 0.75 + 0.45 * share), pen.part(part('wheel')));
  return groupAt(
    r * VALVE.x,
    r * VALVE.y,
    pen.part(part('pipe')),
    wheel,
    pen.part(part('window')),
    shutters,
    pen.part(part('rim')),
  );
}

/** Name below a unit, its index smaller and lower. */
export function nameSvg(pen: Pen, { unit, x, nameY, nameLeft }: PlacedUnit, type: TypeSizes): string {
  const [letter, index] = [unit.name.slice(0, 1), unit.name.slice(1)];
  const small = Math.round(type.name * SUBSCRIPT);
  const wide = textWidth(letter, type.name) + textWidth(index, small);
  const left = nameLeft ?? x - wide / 2;
  const look = { colour: TEXT, anchor: 'start' } as const;
  return (
    pen.text(left, nameY, letter, { ...look, size: type.name }) +
    pen.text(left + textWidth(letter, type.name) - NAME_GAP / 6, nameY + type.name * 0.22, index, {
      ...look,
      size: small,
    })
  );
}

/** One unit as the round character that the game draws. */
export function unitSvg(pen: Pen, placed: PlacedUnit, type: TypeSizes): string {
  const { unit, r, x, y } = placed;
  const parts = new Map([...ownParts(unit, r), ...sharedParts(r)].map((part) => [part.key, part]));
  const own = (name: string): Part => parts.get(`${name}-${unit.name}`)!;
  const shared = (name: string): Part => parts.get(name + sizeKey(r))!;
  const number = unit.kind === 'input' ? shortFigures(unit.output) : '';
  const size = Math.max(11, fittingSize(number || '0', r * 1.5, Math.min(type.target * 1.1, r * 0.44)));
  const drawn = groupAt(
    x,
    y,
    groupAt(0, r * 1.17, pen.part(shared('shadow'))),
    unit.mine ? pen.part(own('halo')) : '',
    groupAt(0, r * 0.95, pen.part(shared('legs'))),
    pen.part(shared(`arms-${unit.pose}`)),
    pen.part(own('body')),
    pen.part(shared(`face-${unit.pose}`)),
    bellySvg(pen, placed, type, shared('ring')),
    valveSvg(pen, placed, shared),
    pen.text(0, r * 0.26, number, { size, colour: TEXT }),
  );
  return element('g', { 'data-unit': unit.name }, drawn);
}
