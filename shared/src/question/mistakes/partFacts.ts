import type { Layer } from '../../maths/network.ts';
import type { UnitRef } from '../../maths/unit.ts';
import type { Facts } from '../facts.ts';
import type { Situation } from '../situation.ts';

/** Operands of a pre-activation and an output: the player's own values where found before. */
export interface ForwardFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly incoming: readonly number[];
  /** Weights into the unit, one for each incoming unit. */
  readonly weights: readonly number[];
  readonly bias: number;
  readonly u: number;
  readonly a: number;
}

/** Operands of a slope f′. */
export interface SlopeFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly layer: Layer;
  readonly u: number;
  readonly a: number;
  readonly slope: number;
}

/** Operands of an error at an output. */
export interface ErrorFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly y: number;
  readonly t: number;
  /** ∂E/∂y; y − t under softmax. */
  readonly error: number;
  /** f′; null under softmax. */
  readonly slope: number | null;
}

/** Losses that the lever shows: E here, one notch down and one notch up, and at any notch. */
export interface NudgeFacts {
  readonly facts: Facts;
  readonly down: number;
  readonly here: number;
  readonly up: number;
  readonly step: number;
  /** E at a notch, 0 being the weight as it is. */
  readonly at: (notch: number) => number;
}
