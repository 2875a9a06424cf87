import { lazyPart } from '../lazyPart';
import { LoadingMain } from '../parts/Loading';

/** Pages of a player after the lobby, whose code is loaded while the player waits there. */

const load = () => import('./sessionPages');

export const Round = lazyPart(async () => (await load()).Round, LoadingMain);
export const ActivityPage = lazyPart(async () => (await load()).ActivityPage, LoadingMain);
export const Ended = lazyPart(async () => (await load()).Ended, LoadingMain);
export const SelfPacedEnd = lazyPart(async () => (await load()).SelfPacedEnd, LoadingMain);
