import { lazyPart } from './lazyPart';
import { Loading } from './parts/Loading';

/** Questions to a page about who it is; most pages need neither. */

export const KnownPlayers = lazyPart(async () => (await import('./KnownPlayers')).KnownPlayers, Loading);
export const UnknownHere = lazyPart(async () => (await import('./player/UnknownHere')).UnknownHere, Loading);
export const OpenElsewhere = lazyPart(
  async () => (await import('./player/OpenElsewhere')).OpenElsewhere,
  Loading,
);
