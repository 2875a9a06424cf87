/** Types for the test of `TypeShapes`. */

type Id = string;
interface Place {
  readonly x: number;
  readonly name?: 'near' | 'far' | null;
}

export interface A1 {
  readonly id: Id;
  readonly places: readonly Place[];
}
export type A2 = { places: Place[]; id: string };
export type A3 = Pick<A1, 'id'> & { readonly places: readonly Pick<Place, 'x' | 'name'>[] };
export type A4 = Omit<A1 & { readonly more: boolean }, 'more'>;
export type A5 = { readonly [K in keyof A1]: A1[K] };

export type B1 = Omit<A1, 'id'>;
export type B2 = A1 & { readonly more: boolean };
export type B3 = Partial<A1>;
export type B4 = { readonly id: number; readonly places: readonly Place[] };
export type B5 = { readonly id: string; readonly places: readonly Required<Place>[] };
export type B6 = { readonly id: string; readonly places: Readonly<Record<string, Place>> };
export type B7 = { readonly id: string | null; readonly places: readonly Place[] };
export type B8 = { readonly id: `p${string}`; readonly places: readonly Place[] };
export type B9 = A1 | null;
export interface B10 {
  readonly id: string;
  readonly places: readonly Place[];
  readonly within?: B10;
}

// oxlint-disable-next-line typescript/no-explicit-any
export type Anything = { readonly of: any };
export type Action = { readonly run: () => void };
