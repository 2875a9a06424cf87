/** The server cannot start, for a reason that its owner can do something about: one sentence, no stack. */
export class StartFailure extends Error {}
