import type { Layout } from '../layout/parts.ts';
import { BLUE, BRONZE, GREEN, INK, oval, type Part, part, path, RED, WATER, WHITE } from './ink.ts';

/** Parcel: a box with a ribbon and a bow. `s` is half its side. */
function parcel(key: string, s: number): Part {
  const line = { stroke: INK, width: Math.max(1.5, s * 0.14) };
  const ribbon = { stroke: RED, width: Math.max(2, s * 0.26) };
  return part(key, s * 3, s * 3.2, [
    { d: path`M${-s},${-s * 0.7}h${s * 2}v${s * 1.7}h${-s * 2}Z`, fill: 'parcel', ...line },
    { d: path`M0,${-s * 0.6}V${s * 0.9}M${-s * 0.9},${s * 0.15}H${s * 0.9}`, ...ribbon },
    {
      d: path`M0,${-s * 0.75}c${-s * 0.7},${-s * 0.75} ${-s * 0.95},${-s * 0.05} 0,0c${s * 0.7},${-s * 0.75} ${s * 0.95},${-s * 0.05} 0,0Z`,
      fill: 'parcel-bow',
      stroke: RED,
      width: Math.max(1.2, s * 0.12),
    },
  ]);
}

/** Parts that belong to no character, at the sizes of one layout. */
export function thingParts({ type, timesRadius, bracket }: Layout): Part[] {
  const t = timesRadius;
  const arm = t * 0.38;
  const badge = Math.round(type.chip * 0.62);
  const c = Math.max(7, type.tag * 0.55);
  const d = type.tag * 0.42;
  const parts = [
    part('bubble', c * 2.6, c * 2.6, [
      { d: oval(0, 0, c), fill: WATER, stroke: BLUE, width: Math.max(1.5, c * 0.2) },
      {
        d: path`M${-c * 0.45},${-c * 0.1}q${c * 0.05},${-c * 0.4} ${c * 0.4},${-c * 0.4}`,
        stroke: WHITE,
        width: c * 0.22,
      },
    ]),
    part('chevron', c * 2.4, c * 3, [
      { d: path`M${c * 0.45},${-c}l${-c},${c}l${c},${c}`, stroke: RED, width: Math.max(3, c * 0.5) },
    ]),
    part('times', t * 2.6, t * 2.6, [
      { d: oval(0, 0, t), fill: RED, stroke: WHITE, width: 2 },
      {
        d: path`M${-arm},${-arm}l${2 * arm},${2 * arm}M${-arm},${arm}l${2 * arm},${-2 * arm}`,
        stroke: WHITE,
        width: Math.max(2.5, t * 0.26),
      },
    ]),
    part('badge', badge * 2.4, badge * 2.4, [
      { d: oval(0, 0, badge), fill: BRONZE, stroke: WHITE, width: 1.5 },
    ]),
    part('diamond', d * 2.6, d * 2.6, [
      { d: path`M0,${-d}L${d},0L0,${d}L${-d},0Z`, fill: WHITE, stroke: WHITE, width: 1 },
    ]),
    parcel('parcel', type.chip * 0.5),
    parcel('parcel-travelling', type.chip * 0.72),
  ];
  if (bracket) {
    const s = bracket.disc.r;
    parts.push(
      part('sigma', s * 2.3, s * 2.3, [
        { d: oval(0, 0, s), fill: GREEN },
        {
          d: path`M${s * 0.4},${-s * 0.36}V${-s * 0.5}H${-s * 0.4}L${s * 0.06},0L${-s * 0.4},${s * 0.5}H${s * 0.4}V${s * 0.36}`,
          stroke: WHITE,
          width: Math.max(2, s * 0.15),
        },
      ]),
    );
  }
  return parts;
}
