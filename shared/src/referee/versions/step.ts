/** An event as an earlier version wrote it, of which only type and time are known. */
export type EarlierEvent = { readonly type: string; readonly at: number } & Readonly<Record<string, unknown>>;

/** Changes that turn events of one version into those of the next. */
export interface VersionStep {
  /** Conversion of an event, by the earlier version's type name. Types left out have not changed. */
  readonly changed: Readonly<Record<string, (event: EarlierEvent) => EarlierEvent>>;
  /** Types that have another name in the next version, earlier name first; `changed` is applied before. */
  readonly renamed: Readonly<Record<string, string>>;
}

/** Conversion for a type that now allows more, so that an earlier event is valid as it is. */
export const unchanged = (event: EarlierEvent): EarlierEvent => event;
