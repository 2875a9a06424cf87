/** Views of a session by role: the only way by which session data leave the referee. */
export * from './view/delta.ts';
export * from './view/entries.ts';
export * from './view/hostRow.ts';
export * from './view/playerView.ts';
export { type PartView, currentRunOf as runOf, seatedRunOf } from './view/currentSeat.ts';
export type { LaneView } from './view/laneView.ts';
export * from './view/publicView.ts';
export * from './view/scope.ts';
export type { SessionView } from './view/sessionView.ts';
export * from './view/touched.ts';
