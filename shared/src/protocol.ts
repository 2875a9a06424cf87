/** All data that crosses the wire. The schemas check shape and size; the referee checks meaning. */
export * from './protocol/commands.ts';
export * from './protocol/http.ts';
export * from './protocol/limits.ts';
export * from './protocol/messages.ts';
export * from './protocol/replies.ts';
export * from './protocol/version.ts';
