/** Parts of a set of three that an example can show in the network. */
export const EXAMPLE_PARTS = ['places', 'own', 'S', 'delta', 'G'] as const;
export type ExamplePart = (typeof EXAMPLE_PARTS)[number];
