/** Failure to start that the owner of the server can fix; its message is one sentence, shown without a stack. */
export class StartFailure extends Error {}
