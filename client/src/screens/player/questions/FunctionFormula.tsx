import type { VNode } from 'preact';
import { sideSlopes } from '@relay/shared/maths/activation';
import { recordOf, type SideSlopes, unitActivation } from '@relay/shared/maths/activations';
import { type Formula, type Letter, number } from '@relay/shared/maths/formula';
import type { Layer } from '@relay/shared/maths/network';
import { written } from '../../../picture/numbers/written';
import styles from './FunctionFormula.module.css';

const open = <mo stretchy={false}>(</mo>;
const close = <mo stretchy={false}>)</mo>;
const space = <mspace width="0.3em" />;
const u = <mi>u</mi>;
const LETTERS: Record<Letter, (sides: SideSlopes) => VNode> = {
  u: () => u,
  f: () => (
    <mrow>
      <mi>f</mi>
      {open}
      {u}
      {close}
    </mrow>
  ),
  slope: ({ slope }) => <mn>{written(slope)}</mn>,
  up: ({ up }) => <mn>{written(up)}</mn>,
};
const SIGNS = { sum: '+', difference: '−' } as const;

/** Parts of a formula in a row. `sides` are the layer's own parameters, such as those of leaky ReLU. */
function rowOf(formula: Formula, sides: SideSlopes): readonly VNode[] {
  const row = (part: Formula): readonly VNode[] => rowOf(part, sides);
  const one = (part: Formula): VNode => single(row(part));
  const called = (name: string, of: readonly VNode[]): VNode[] => [<mi>{name}</mi>, open, ...of, close];
  switch (formula.type) {
    case 'number':
      return [<mn>{written(formula.value)}</mn>];
    case 'letter':
      return [LETTERS[formula.name](sides)];
    case 'negative':
      return [<mo>−</mo>, ...row(formula.of)];
    case 'square':
      return [
        <msup>
          {one(formula.of)}
          <mn>2</mn>
        </msup>,
      ];
    case 'exp':
      return [
        <msup>
          <mi>e</mi>
          {one(formula.of)}
        </msup>,
      ];
    case 'ln':
      return called('ln', row(formula.of));
    case 'total':
      return [<mo>Σ</mo>, ...row(formula.of)];
    case 'sum':
    case 'difference':
      return [...row(formula.of[0]), <mo>{SIGNS[formula.type]}</mo>, ...row(formula.of[1])];
    case 'product':
      return productRow(formula.of, sides);
    case 'max':
      return called('max', [...row(formula.of[0]), <mo>,</mo>, ...row(formula.of[1])]);
    case 'fraction':
      return [
        <mfrac>
          <mrow>{row(formula.top)}</mrow>
          <mrow>{row(formula.bottom)}</mrow>
        </mfrac>,
      ];
    case 'bend':
      return pieces(formula, sides).flat();
  }
}

const single = (row: readonly VNode[]): VNode => (row.length === 1 ? row[0]! : <mrow>{row}</mrow>);

/** Number that a formula is; null for a formula with u in it. */
function constantOf(formula: Formula, sides: SideSlopes): number | null {
  if (formula.type === 'number') return formula.value;
  const isSide = formula.type === 'letter' && (formula.name === 'slope' || formula.name === 'up');
  return isSide ? sides[formula.name as keyof SideSlopes] : null;
}

/** Product in short notation: no sign between a number and a letter, no factor of 1, 0 for a product with 0; otherwise ×. */
function productRow([a, b]: readonly [Formula, Formula], sides: SideSlopes): readonly VNode[] {
  const before = constantOf(a, sides);
  if (before !== null) {
    if (written(before) === '0') return rowOf(number(0), sides);
    return [...(before === 1 ? [] : rowOf(a, sides)), ...rowOf(b, sides)];
  }
  const factor = (part: Formula): readonly VNode[] => {
    const row = rowOf(part, sides);
    return row.length === 1 ? row : [open, ...row, close];
  };
  return [...factor(a), <mo>×</mo>, ...factor(b)];
}

/** Two pieces of a formula: one value for u > 0, another otherwise. */
function bendRows(above: readonly VNode[], below: readonly VNode[]): readonly (readonly VNode[])[] {
  const where = (sign: string): VNode[] => [space, open, u, <mo>{sign}</mo>, <mn>0</mn>, close];
  return [
    [...above, ...where('>'), <mo>,</mo>],
    [...below, ...where('≤')],
  ];
}

/** Formula in pieces between which a line may break: no browser breaks a line inside of one. */
function pieces(formula: Formula, sides: SideSlopes): readonly (readonly VNode[])[] {
  if (formula.type !== 'bend') return [rowOf(formula, sides)];
  return bendRows(rowOf(formula.above, sides), rowOf(formula.below, sides));
}

/** Formula of a layer's activation or of its derivative. */
export function FunctionFormula({
  layer,
  isSlope = false,
}: {
  readonly layer: Layer;
  readonly isSlope?: boolean;
}) {
  const { activation } = layer;
  const formula = isSlope ? unitActivation(activation)?.slopeFormula : recordOf(activation).formula;
  const [first, ...others] = formula ? pieces(formula, sideSlopes(layer)) : [[<mn>…</mn>]];
  return (
    <span class={styles.functionFormula}>
      <math>
        <mi>{isSlope ? 'f′' : 'f'}</mi>
        {open}
        {u}
        {close}
        <mo>=</mo>
        {single(first)}
      </math>
      {others.map((piece) => (
        <>
          {' '}
          <math>{single(piece)}</math>
        </>
      ))}
    </span>
  );
}
