import { backward } from '@relay/shared/maths/backward';
import { forward } from '@relay/shared/maths/forward';
import type { Network } from '@relay/shared/maths/network';
import type { EdgeRef } from '@relay/shared/maths/unit';
import { ownPlaces, placesOf, setOfThree, type PlaceId } from '@relay/shared/question/places/place';
import type { Example } from '@relay/shared/referee/activities/example';
import type { Term } from '@relay/shared/question/question';
import type { LaneView, PublicView } from '@relay/shared/referee/view';
import { REVEALED, type RoundFacts, roundFacts } from '../roundFacts';
import { termsOf } from '../numbers/writtenWorking';
import type { Activity, Vote } from './activity';

/** Number of players who could answer: those present, and at least as many as have answered. */
export function expected(view: PublicView, activity: Activity): number {
  if (activity.type === 'exitTicket') return activity.asked;
  return Math.max(view.session['']?.present ?? 0, activity.answered);
}

/** Drawing of a vote: the network of the wrong working, with its sample in the only lane. */
export interface VoteFacts {
  readonly view: PublicView;
  readonly run: string;
  readonly facts: RoundFacts;
}

/**
 * Builds a view for the drawing of a vote. It holds the right values only once the vote is closed, when the round of
 * the wrong working has been revealed too.
 *
 * @returns null while there is no team
 */
export function voteFacts(view: PublicView, vote: Vote): VoteFacts | null {
  return drawnFacts(view, vote, vote.outcome !== null);
}

/**
 * Builds a view for the drawing of a worked example, with all its values.
 *
 * @returns null while there is no team
 */
export const exampleFacts = (view: PublicView, example: Example): VoteFacts | null =>
  drawnFacts(view, example, true);

function drawnFacts(
  view: PublicView,
  { network, sample }: Pick<Vote, 'network' | 'sample'>,
  isSolved: boolean,
): VoteFacts | null {
  const run = Object.values(view.runs)[0];
  if (!run) return null;
  const pass = forward(network, sample.x);
  const found = isSolved ? backward(network, pass, sample.t) : null;
  const lane: LaneView = {
    sample: 0,
    x: sample.x,
    t: sample.t,
    sums: pass.sums,
    outputs: pass.outputs,
    turn: null,
    closed: [],
    parcels: null,
    clean: null,
    truth: found && { arriving: found.arriving, deltas: found.deltas, gradients: found.gradients },
  };
  const drawn: PublicView = {
    ...view,
    runs: { [run.id]: { ...run, ...REVEALED, lanes: 1 } },
    networks: { [run.id]: network },
    lanes: { [`${run.id}/0`]: lane },
    seats: {},
    updates: {},
  };
  return { view: drawn, run: run.id, facts: roundFacts(drawn, run.id, 0)! };
}

/** Places that the mistake is about, once the vote is closed; none when only the arithmetic went wrong. */
export const mistakePlaces = ({ network, edge, outcome }: Vote): PlaceId[] =>
  outcome ? placesOfTerm(network, edge, outcome.term) : [];

/** Places that an example is about: those of the part, or of the term with the mistake. */
export function examplePlaces({ network, edge, topic, term }: Example): PlaceId[] {
  if (topic.type === 'mistake') return term === null ? [] : placesOfTerm(network, edge, term);
  const set = setOfThree(network, edge);
  switch (topic.part) {
    case 'places':
    case 'G':
      return placesOf(set);
    case 'own':
      return ownPlaces(set);
    case 'S':
      return placesOfTerm(network, edge, 'S');
    case 'delta':
      return [...placesOfTerm(network, edge, 'S'), ...placesOfTerm(network, edge, 'slope')];
  }
}

function placesOfTerm(network: Network, edge: EdgeRef, term: Term): PlaceId[] {
  const { valve, input, error, paths } = setOfThree(network, edge);
  const places: Record<Term, readonly (PlaceId | undefined)[]> = {
    S: [error, ...paths.flatMap((path) => path.places)],
    slope: [valve],
    input: [input],
    product: [],
  };
  return places[term].filter((place) => place !== undefined);
}

export interface VoteBar {
  readonly term: Term;
  readonly count: number;
  /** Share of all votes, [0, 1]; 0 without any votes. */
  readonly share: number;
  readonly isSlip: boolean;
}

/** Bars of a vote, one for each card; null until it is closed. */
export function voteBars({ network, edge, outcome }: Vote): VoteBar[] | null {
  if (!outcome) return null;
  const { votes, term: slip } = outcome;
  const all = Object.values(votes).reduce((sum, count) => sum + count, 0);
  return termsOf(network, edge).map((term) => {
    const count = votes[term] ?? 0;
    return { term, count, share: all === 0 ? 0 : count / all, isSlip: term === slip };
  });
}
