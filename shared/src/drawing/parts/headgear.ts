import { type Colour, INK, oval, outline, path, pick, type Shape } from './ink.ts';

/** Shapes on top of the head, by the seed of a unit. */
export function hair(r: number, seed: number): Shape[] {
  const line = { stroke: INK, width: outline(r) };
  const y = -r * 0.98;
  switch (seed % 4) {
    case 0:
      return [
        {
          d: path`M0,${y}q${-r * 0.03},${-r * 0.16} ${r * 0.1},${-r * 0.18}q${r * 0.1},0 ${r * 0.06},${r * 0.08}`,
          ...line,
        },
      ];
    case 1:
      return [
        {
          d: path`M${-r * 0.1},${y}q0,${-r * 0.1} ${-r * 0.06},${-r * 0.15}M0,${y}l0,${-r * 0.2}M${r * 0.1},${y}q0,${-r * 0.1} ${r * 0.06},${-r * 0.15}`,
          ...line,
        },
      ];
    case 2:
      return [
        { d: path`M0,${y}q0,${-r * 0.08} ${r * 0.02},${-r * 0.12}`, ...line },
        {
          d: path`M${r * 0.02},${y - r * 0.11}q${r * 0.04},${-r * 0.16} ${r * 0.22},${-r * 0.14}q${-r * 0.03},${r * 0.16} ${-r * 0.22},${r * 0.14}Z`,
          fill: 'leaf',
          ...line,
        },
      ];
    default:
      return [
        { d: path`M${r * 0.02},${y}q${r * 0.02},${-r * 0.1} ${-r * 0.04},${-r * 0.14}`, ...line },
        { d: oval(-r * 0.03, y - r * 0.19, r * 0.06), fill: 'blossom', ...line },
      ];
  }
}

/** Crown of an output, leaning a little by the seed. */
export function crown(r: number, seed: number): Shape[] {
  const lean = ((seed % 7) - 3) * 0.012 * r;
  const line = { stroke: INK, width: outline(r) };
  const top = -r * 0.92;
  const jewel = pick<Colour>(['blush-1', 'water', 'violet'], ((seed >>> 4) % 97) / 97);
  return [
    {
      d: path`M${-r * 0.34},${top}L${-r * 0.3 + lean},${top - r * 0.3}L${-r * 0.13},${top - r * 0.14}L${lean},${top - r * 0.36}L${r * 0.13},${top - r * 0.14}L${r * 0.3 + lean},${top - r * 0.3}L${r * 0.34},${top}Q0,${-r * 1.02} ${-r * 0.34},${top}Z`,
      fill: 'gold',
      ...line,
    },
    { d: oval(lean * 0.5, top - r * 0.11, r * 0.045), fill: jewel, ...line, width: outline(r) * 0.7 },
  ];
}
