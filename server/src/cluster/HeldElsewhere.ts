/** A request for a session that another live process holds: it is for that one to answer. */
export class HeldElsewhere extends Error {
  override readonly name = 'HeldElsewhere';
  /** Name of the process. */
  readonly holder: string;

  constructor(holder: string) {
    super(`process ${holder} holds the session`);
    this.holder = holder;
  }
}
