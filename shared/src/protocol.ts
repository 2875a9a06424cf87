/** Everything that crosses the wire. The schemas check shape and size; meaning is the referee's business. */
export * from './protocol/commands.ts';
export * from './protocol/http.ts';
export * from './protocol/limits.ts';
export * from './protocol/messages.ts';
export * from './protocol/version.ts';
