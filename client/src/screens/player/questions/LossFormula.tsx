import type { VNode } from 'preact';
import type { LossName } from '@relay/shared/maths/network';
import styles from './LossFormula.module.css';

const y = <mi>y</mi>;
const target = <mi>t</mi>;
const half = (top: string, bottom: string): VNode => (
  <mfrac>
    <mn>{top}</mn>
    <mn>{bottom}</mn>
  </mfrac>
);
const square = (
  <msup>
    <mrow>
      <mo stretchy={false}>(</mo>
      {y}
      <mo>−</mo>
      {target}
      <mo stretchy={false}>)</mo>
    </mrow>
    <mn>2</mn>
  </msup>
);

function shareOf(loss: LossName, outputs: number): VNode {
  const formulas: Record<LossName, VNode> = {
    'half-squared-error': (
      <mrow>
        {half('1', '2')}
        {square}
      </mrow>
    ),
    'squared-error': square,
    'mean-squared-error': (
      <mrow>
        {half('1', String(outputs))}
        {square}
      </mrow>
    ),
    'binary-cross-entropy': (
      <mrow>
        <mo>−</mo>
        {target}
        <mo>·</mo>
        <mi>ln</mi>
        {y}
        <mo>−</mo>
        <mo stretchy={false}>(</mo>
        <mn>1</mn>
        <mo>−</mo>
        {target}
        <mo stretchy={false}>)</mo>
        <mo>·</mo>
        <mi>ln</mi>
        <mo stretchy={false}>(</mo>
        <mn>1</mn>
        <mo>−</mo>
        {y}
        <mo stretchy={false}>)</mo>
      </mrow>
    ),
    'cross-entropy': (
      <mrow>
        <mo>−</mo>
        {target}
        <mo>·</mo>
        <mi>ln</mi>
        {y}
      </mrow>
    ),
  };
  return formulas[loss];
}

/** Contribution of one output to the loss. */
export function LossFormula({ loss, outputs }: { readonly loss: LossName; readonly outputs: number }) {
  return (
    <math class={styles.lossFormula}>
      <mi>E</mi>
      <mo>=</mo>
      {shareOf(loss, outputs)}
    </math>
  );
}
