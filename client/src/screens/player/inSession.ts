import type { ComponentType } from 'preact';
import { loadWords } from '../../strings/language';
import { lazyPart } from '../lazyPart';
import { LoadingMain } from '../parts/Loading';
import { LoadingBar } from './LoadingBar';

/** Parts of a player's page that the lobby can do without; their code is loaded while the player waits there. */

const part = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = LoadingMain,
) =>
  lazyPart(async () => {
    const [Part] = await Promise.all([load(), loadWords('playing')]);
    return Part;
  }, Meanwhile);

export const Bar = part(async () => (await import('./sessionPages')).Bar, LoadingBar);
export const SelfPacedBar = part(async () => (await import('./sessionPages')).SelfPacedBar, LoadingBar);
export const Round = part(async () => (await import('./sessionPages')).Round);
export const ActivityPage = part(async () => (await import('./sessionPages')).ActivityPage);
export const Ended = part(async () => (await import('./sessionPages')).Ended);
export const SelfPacedEnd = part(async () => (await import('./sessionPages')).SelfPacedEnd);
