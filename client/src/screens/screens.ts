import type { ComponentType } from 'preact';
import { lazyPart } from './lazyPart';
import { NotFound } from './NotFound';
import { Loading } from './parts/Loading';

const Home = lazyPart(async () => (await import('./Home')).Home, Loading);
const Join = lazyPart(async () => (await import('./Join')).Join, Loading);
const Practise = lazyPart(async () => (await import('./practise/Practise')).Practise, Loading);
const Host = lazyPart(async () => (await import('./host/Host')).Host, Loading);
const Projector = lazyPart(async () => (await import('./projector/Projector')).Projector, Loading);
export const Player = lazyPart(async () => (await import('./player/Player')).Player, Loading);

const SCREENS: Readonly<Record<string, ComponentType>> = {
  '/': Home,
  '/join': Join,
  '/play': Player,
  '/practise': Practise,
  '/host': Host,
  '/projector': Projector,
};

/** Screen of an address. The page of a player has that of the join page, with a fragment. */
export function screenAt(path: string, fragment: string): ComponentType {
  return path === '/join' && fragment === 'play' ? Player : (SCREENS[path] ?? NotFound);
}
