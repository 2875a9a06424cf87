/** An event as some earlier version wrote it: nothing else is known of it. */
export type EarlierEvent = { readonly type: string; readonly at: number } & Readonly<Record<string, unknown>>;

/** How the events of one version are turned into those of the next. */
export interface VersionStep {
  /** By type as the earlier version calls it: the event as the next version writes it. Types left out have not changed. */
  readonly changed: Readonly<Record<string, (event: EarlierEvent) => EarlierEvent>>;
  /** Types that have another name in the next version, earlier name first; `changed` is applied before. */
  readonly renamed: Readonly<Record<string, string>>;
}

/** For an event whose type now allows more, so that an earlier one is a later one as it is. */
export const unchanged = (event: EarlierEvent): EarlierEvent => event;
