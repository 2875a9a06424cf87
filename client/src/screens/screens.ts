import type { ComponentType } from 'preact';
import { loadWords } from '../strings/language';
import type { WordGroup } from '../strings/load';
import { type Address, resultIn } from './address';
import { lazyPart } from './lazyPart';
import { NotFound } from './NotFound';
import { Loading } from './parts/Loading';

/** Screen with words besides the first ones, loaded together. */
const screen = (load: () => Promise<ComponentType>, ...words: readonly WordGroup[]) =>
  lazyPart(async () => {
    const [Screen] = await Promise.all([load(), loadWords(...words)]);
    return Screen;
  }, Loading);

const Home = screen(async () => (await import('./Home')).Home);
const Join = screen(async () => (await import('./Join')).Join);
const Practise = screen(async () => (await import('./practise/Practise')).Practise, 'playing', 'hosting');
const Check = screen(async () => (await import('./check/Check')).Check, 'checking');
const Host = screen(async () => (await import('./host/Host')).Host, 'playing', 'hosting');
const Projector = screen(async () => (await import('./projector/Projector')).Projector, 'playing', 'hosting');
export const Player = screen(async () => (await import('./player/Player')).Player);

const SCREENS: Readonly<Record<string, ComponentType>> = {
  '/': Home,
  '/join': Join,
  '/play': Player,
  '/practise': Practise,
  '/host': Host,
  '/check': Check,
  '/projector': Projector,
};

/** Screen of an address. The pages of a player have that of the join page, with a fragment. */
export function screenAt(at: Address): ComponentType {
  const { path, fragment } = at;
  if (path === '/join' && (fragment === 'play' || resultIn(at) !== null)) return Player;
  return SCREENS[path] ?? NotFound;
}
