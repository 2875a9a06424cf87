/** What each role may see: the one door through which anything of a session leaves the referee. */
export * from './view/entries.ts';
export * from './view/hostRow.ts';
export * from './view/playerView.ts';
export { type PartView, currentRunOf as runOf, seatedRunOf } from './view/currentSeat.ts';
export type { LaneView } from './view/laneView.ts';
export * from './view/publicView.ts';
export type { SessionView } from './view/sessionView.ts';
export * from './view/touched.ts';
