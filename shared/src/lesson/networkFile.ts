import { z } from 'zod';
import { ACTIVATION_NAMES, LOSS_NAMES, type Network, type Sample } from '../maths/network.ts';

export const NETWORK_FORMAT = 'backprop-relay/network@1';

/** A network, its data and how it learns: the file it travels in. `weights[l][from][to]`. */
export interface NetworkFile {
  readonly format: typeof NETWORK_FORMAT;
  readonly name: string;
  readonly layers: readonly {
    readonly units: number;
    readonly activation?: (typeof ACTIVATION_NAMES)[number];
    readonly slope?: number;
  }[];
  readonly loss: (typeof LOSS_NAMES)[number];
  readonly learningRate?: number;
  readonly updateBiases?: boolean;
  readonly snap?: number;
  readonly weights: readonly (readonly (readonly number[])[])[];
  readonly biases?: readonly (readonly number[])[];
  readonly data: readonly Sample[];
}
