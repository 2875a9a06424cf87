/** Types of the part of synaptic that is used here; the package has none of its own. */
declare module 'synaptic' {
  interface Written {
    neurons: { layer: number | 'input' | 'output'; bias: number; squash: 'LOGISTIC' }[];
    /** indices into `neurons` */
    connections: { from: number; to: number; weight: number }[];
  }
  class Network {
    static fromJSON(written: Written): Network;
    toJSON(): Written;
    activate(input: readonly number[]): number[];
    propagate(rate: number, target: readonly number[]): void;
  }
  const synaptic: { Network: typeof Network };
  export default synaptic;
}
