import type { ComponentType } from 'preact';
import { loadWords } from '../../strings/language';
import { lazyPart } from '../lazyPart';
import { Loading } from '../parts/Loading';

/** Parts of the join page and of a player's page that most pages never show. */

const load = () => import('./returning');
type Returning = Awaited<ReturnType<typeof load>>;

const part = <Props extends object>(
  pick: (all: Returning) => ComponentType<Props>,
  Meanwhile: ComponentType = Loading,
) =>
  lazyPart(async () => {
    const [all] = await Promise.all([load(), loadWords('returning')]);
    return pick(all);
  }, Meanwhile);

const Nothing = () => null;

export const KnownPlayers = part((all) => all.KnownPlayers);
export const KeptResults = part((all) => all.KeptResults, Nothing);
export const OpenElsewhere = part((all) => all.OpenElsewhere);
export const Gone = part((all) => all.Gone);
export const Nobody = part((all) => all.Nobody);
export const Refused = part((all) => all.Refused);
export const Result = part((all) => all.Result);
export const KeepsResult = part((all) => all.KeepsResult, Nothing);
export const loadPageClaim = async () => (await load()).PageClaim;
export const UnknownHere = part((all) => all.UnknownHere);
