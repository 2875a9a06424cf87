import type { PublicView, RunView } from '@relay/shared/referee/view';
import type { PagePhase } from '../describe/phase';
import { askedIn, asksParcel } from './questionAsked';
import type { Cue } from './stage';

/** Point up to which a page has played the movements of a lane. */
export interface CueMoment {
  readonly key: string;
  readonly phase: PagePhase;
  /** Layers of the drawn lane that had closed by then in this phase. */
  readonly closed: readonly number[];
}

interface Now {
  readonly view: PublicView;
  readonly run: string;
  readonly lane: number;
  readonly phase: PagePhase;
  /** The phase has only just begun. */
  readonly isFresh: boolean;
}

/** Returns the cues to play now, in order, and the moment reached once they are played. */
export function cuesFor(
  before: CueMoment | null,
  { view, run, lane, phase, isFresh }: Now,
): { readonly cues: readonly Cue[]; readonly now: CueMoment } {
  const key = `${run}/${lane}/${view.runs[run]?.round ?? 0}`;
  const closed = (view.lanes[`${run}/${lane}`]?.closed ?? []).map(({ layer }) => layer);
  const now = { key, phase, closed };
  if (before?.key === key && before.phase === phase) {
    const through = closed.filter((layer) => !before.closed.includes(layer));
    return { cues: through.length > 0 ? [layersCue(phase, through)] : [], now };
  }
  if (!isFresh) return { cues: [], now };
  const seen = before?.key === key ? before : null;
  return { cues: openingCues({ view, run, lane, phase }, seen), now };
}

const layersCue = (phase: PagePhase, layers: readonly number[] | null): Cue => ({
  type: phase === 'forward' ? 'forward' : 'parcels',
  layers,
});

/** Layers whose closing has not been played yet; null when all layers are played at once. */
function layersLeft(view: PublicView, { id, rules }: RunView, before: CueMoment | null): number[] | null {
  if (rules.style !== 'relay' || rules.asksFor === 'forward') return null;
  const played = before?.phase === 'backward' ? before.closed : [];
  const layers = (view.networks[id]?.layers ?? []).map((_, l) => l + 1);
  return layers.filter((layer) => !played.includes(layer));
}

function openingCues(
  { view, run, lane, phase }: Omit<Now, 'isFresh'>,
  before: CueMoment | null,
): readonly Cue[] {
  const facts = view.runs[run];
  if (!facts) return [];
  switch (phase) {
    case 'backward':
      // Bubbles that ran forward layer by layer do not run again.
      return facts.rules.asksFor === 'both' ? [] : [{ type: 'forward', layers: null }];
    case 'reveal': {
      const way = asksParcel(askedIn(facts)) ? 'backward' : 'forward';
      const left = layersLeft(view, facts, before);
      const cheer: readonly Cue[] = view.lanes[`${run}/${lane}`]?.clean ? [{ type: 'cheer' }] : [];
      return left?.length === 0 ? cheer : [layersCue(way, left), ...cheer];
    }
    case 'update': {
      const update = view.updates[run];
      return update ? [{ type: 'update', before: update.before.weights }] : [];
    }
    default:
      return [];
  }
}
