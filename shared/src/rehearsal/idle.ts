import type { Event } from '../referee/event.ts';
import { evolve } from '../referee/evolve.ts';
import type { PlayerId, Session } from '../referee/session/state.ts';
import { byArrival } from '../referee/teams/teams.ts';
import {
  changesAt,
  isOffered,
  type Offer,
  type Occupation,
  occupationOf,
  TIMED_PHASES,
  type TimedPhase,
  timedPhaseOf,
} from './occupation.ts';

/** Time with and without something to do in the timed phases of one kind. */
export interface Idle {
  readonly phase: TimedPhase;
  /** Number of players times phases, and the duration of those phases together, ms. */
  readonly played: number;
  readonly playedMs: number;
  /** Part of that time with only an extra question to do, and with nothing at all, ms. */
  readonly besidesMs: number;
  readonly nothingMs: number;
  /** Longest continuous time with nothing to do, ms. */
  readonly longestMs: number;
  /** Spans with nothing to do, by length, ms, longest first. */
  readonly spans: readonly number[];
}

/** A stretch of time that a player spent in a timed phase. */
interface Stretch {
  readonly player: PlayerId;
  readonly phase: TimedPhase;
  /** Start of the phase: tells it from the next one of its kind. */
  readonly since: number;
  readonly what: Occupation;
  readonly from: number;
  readonly to: number;
}

/**
 * Time with and without something to do in every timed phase of a log. Counts what the rules offer, not what a player
 * did: an extra question that a player leaves alone still counts as something to do.
 *
 * @param log  of one session, from its first event; a phase counts as long as its clock runs, and no longer
 * @returns one row a kind of timed phase that was played; all times in ms
 */
export function idleIn(log: readonly Event[]): readonly Idle[] {
  const stretches: Stretch[] = [];
  const offers = remembered(isOffered);
  let session: Session | null = null;
  log.forEach((event, i) => {
    session = evolve(session, event);
    const next = log[i + 1];
    if (next && next.at > event.at) stretches.push(...stretchesOf(session, event.at, next.at, offers));
  });
  return TIMED_PHASES.flatMap((phase) => {
    const own = stretches.filter((stretch) => stretch.phase === phase);
    return own.length > 0 ? [summed(phase, own)] : [];
  });
}

/** Caches whether an extra question is offered, instead of looking after every event. */
function remembered(offers: Offer): Offer {
  const known = new Map<string, boolean>();
  return (session, run, seat) => {
    const number = run.extraQuestions[seat.player!]?.length ?? 0;
    const key = [seat.player, run.round, run.phase.name, session.activity?.since, number].join('/');
    const before = known.get(key);
    if (before !== undefined) return before;
    const is = offers(session, run, seat);
    known.set(key, is);
    return is;
  };
}

/** Possible occupations of every player from one event to the next. */
function stretchesOf(session: Session, from: number, to: number, offers: Offer): Stretch[] {
  return byArrival(session).flatMap(({ id: player, leftAt }): Stretch[] => {
    const timed = leftAt === null ? timedPhaseOf(session, player) : undefined;
    if (!timed || (timed.until !== null && timed.until <= from)) return [];
    const { phase, since } = timed;
    const end = timed.until === null ? to : Math.min(to, timed.until);
    const turn = changesAt(session, player);
    // Answers count up to and including their deadline, so the next stretch begins a moment later.
    const cuts = turn !== null && turn >= from && turn < end ? [from, turn + 1, end] : [from, end];
    return cuts.slice(1).map((cut, i) => {
      const what = occupationOf(session, player, cuts[i]!, offers);
      return { player, phase, since, what, from: cuts[i]!, to: cut };
    });
  });
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);

function summed(phase: TimedPhase, stretches: readonly Stretch[]): Idle {
  const byPlay = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const key = `${stretch.player}/${stretch.since}`;
    byPlay.set(key, [...(byPlay.get(key) ?? []), stretch]);
  }
  const spans = [...byPlay.values()].flatMap(spansOf).sort((a, b) => b - a);
  return {
    phase,
    played: byPlay.size,
    playedMs: lengthOf(stretches),
    besidesMs: lengthOf(stretches.filter(({ what }) => what === 'besides')),
    nothingMs: lengthOf(stretches.filter(({ what }) => what === 'nothing')),
    longestMs: spans[0] ?? 0,
    spans,
  };
}

/** Lengths of the spans in which one player had nothing to do in one phase, ms. */
function spansOf(stretches: readonly Stretch[]): number[] {
  const spans: number[] = [];
  let open = 0;
  for (const { what, from, to } of stretches) {
    if (what === 'nothing') open += to - from;
    else if (open > 0) {
      spans.push(open);
      open = 0;
    }
  }
  return open > 0 ? [...spans, open] : spans;
}
