import { VALVE } from '../layout/parts.ts';
import { INK, oval, type Part, part, path, WHITE } from './ink.ts';

/** Parts of the valve for bodies of one radius. */
export function valveParts(r: number, size: string): Part[] {
  const v = r * VALVE.r;
  const steel = { fill: 'steel' as const, stroke: INK, width: Math.max(1.5, r * 0.03) };
  const pipe = path`M${-r * 0.34},${-v * 0.42}h${r * 0.62}v${v * 0.84}h${-r * 0.62}Z`;
  const flange = (x: number): string =>
    path`M${x - v * 0.17},${-v * 0.72}h${v * 0.34}v${v * 1.44}h${-v * 0.34}Z`;
  const wheel = path`M0,${v * 0.1}V${-v * 0.55}`;
  return [
    part(`pipe${size}`, r, v * 3, [
      { d: pipe, ...steel },
      { d: flange(-r * 0.25), ...steel },
      { d: flange(r * 0.25), ...steel },
    ]),
    part(
      `wheel${size}`,
      v * 2.4,
      v * 2,
      [
        { d: wheel, stroke: INK, width: Math.max(2, v * 0.26) },
        { d: path`M${-v * 0.72},${-v * 0.58}H${v * 0.72}`, stroke: INK, width: Math.max(2.5, v * 0.42) },
      ],
      v * 1.2,
      v * 1.4,
    ),
    part(`window${size}`, v * 2.4, v * 2.4, [{ d: oval(0, 0, v), fill: WHITE }]),
    part(`shutter${size}`, v * 2, v * 2, [{ d: oval(0, 0, v), fill: 'shutter' }]),
    part(`rim${size}`, v * 2.5, v * 2.5, [{ d: oval(0, 0, v), stroke: INK, width: Math.max(2, r * 0.04) }]),
  ];
}
