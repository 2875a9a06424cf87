import type { ComponentChildren, VNode } from 'preact';
import { DEFAULT_LEAKY_SLOPE } from '@relay/shared/maths/activation';
import type { ActivationName, Layer } from '@relay/shared/maths/network';
import { written } from '../../../view/written';

const u = <mi>u</mi>;
const minusU = (
  <mrow>
    <mo>−</mo>
    {u}
  </mrow>
);
const fu = (
  <mrow>
    <mi>f</mi>
    <mo stretchy={false}>(</mo>
    {u}
    <mo stretchy={false}>)</mo>
  </mrow>
);
const power = (exponent: VNode): VNode => (
  <msup>
    <mi>e</mi>
    {exponent}
  </msup>
);
const over = (top: ComponentChildren, bottom: ComponentChildren): VNode => (
  <mfrac>
    <mrow>{top}</mrow>
    <mrow>{bottom}</mrow>
  </mfrac>
);
/** The larger of u and s·u: a bend at 0. */
const bent = (below: string): VNode => (
  <mrow>
    <mi>max</mi>
    <mo stretchy={false}>(</mo>
    <mn>{below === '0' ? '0' : below}</mn>
    {below === '0' ? null : u}
    <mo>,</mo>
    {u}
    <mo stretchy={false}>)</mo>
  </mrow>
);
const step = (below: string): VNode => (
  <mrow>
    <mn>1</mn>
    <mspace width="0.3em" />
    <mo stretchy={false}>(</mo>
    {u}
    <mo>&gt;</mo>
    <mn>0</mn>
    <mo stretchy={false}>)</mo>
    <mo>,</mo>
    <mspace width="0.3em" />
    <mn>{below}</mn>
    <mspace width="0.3em" />
    <mo stretchy={false}>(</mo>
    {u}
    <mo>≤</mo>
    <mn>0</mn>
    <mo stretchy={false}>)</mo>
  </mrow>
);
const logistic = over(
  <mn>1</mn>,
  <>
    <mn>1</mn>
    <mo>+</mo>
    {power(minusU)}
  </>,
);

function formulaOf({ activation, slope }: Layer): VNode {
  const below = written(slope ?? DEFAULT_LEAKY_SLOPE);
  const formulas: Record<ActivationName, VNode> = {
    identity: u,
    sigmoid: logistic,
    tanh: over(
      <>
        {power(u)}
        <mo>−</mo>
        {power(minusU)}
      </>,
      <>
        {power(u)}
        <mo>+</mo>
        {power(minusU)}
      </>,
    ),
    relu: bent('0'),
    'leaky-relu': bent(below),
    softplus: (
      <mrow>
        <mi>ln</mi>
        <mo stretchy={false}>(</mo>
        <mn>1</mn>
        <mo>+</mo>
        {power(u)}
        <mo stretchy={false}>)</mo>
      </mrow>
    ),
    softmax: over(
      power(u),
      <>
        <mo>Σ</mo>
        {power(u)}
      </>,
    ),
  };
  return formulas[activation];
}

function slopeOf({ activation, slope }: Layer): VNode {
  const formulas: Record<Exclude<ActivationName, 'softmax'>, VNode> = {
    identity: <mn>1</mn>,
    sigmoid: (
      <mrow>
        {fu}
        <mo>×</mo>
        <mo stretchy={false}>(</mo>
        <mn>1</mn>
        <mo>−</mo>
        {fu}
        <mo stretchy={false}>)</mo>
      </mrow>
    ),
    tanh: (
      <mrow>
        <mn>1</mn>
        <mo>−</mo>
        <msup>
          {fu}
          <mn>2</mn>
        </msup>
      </mrow>
    ),
    relu: step('0'),
    'leaky-relu': step(written(slope ?? DEFAULT_LEAKY_SLOPE)),
    softplus: logistic,
  };
  return activation === 'softmax' ? <mn>…</mn> : formulas[activation];
}

/** f of a layer, or f′, as its formula. */
export function FunctionFormula({
  layer,
  isSlope = false,
}: {
  readonly layer: Layer;
  readonly isSlope?: boolean;
}) {
  return (
    <math class="function-formula">
      <mi>{isSlope ? 'f′' : 'f'}</mi>
      <mo stretchy={false}>(</mo>
      {u}
      <mo stretchy={false}>)</mo>
      <mo>=</mo>
      {isSlope ? slopeOf(layer) : formulaOf(layer)}
    </math>
  );
}
