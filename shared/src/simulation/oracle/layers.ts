import type { LaneProgress } from '../../referee/round/run.ts';
import {
  askedIn,
  type Book,
  isByLayer,
  isOutput,
  isRight,
  isSettled,
  type Of,
  type RoundBook,
  type Rule,
  type Topic,
} from './book.ts';
import { ownTimeAt, publicEnd, timeAt } from './clocks.ts';

/**
 * Rules of layers that answer one after the other: in order, by lane, and none before all awaited players are through.
 */

const AWAITED_MS = 20_000;

/** Lanes with the same inputs as a lane: they close together. */
function together({ lanes }: RoundBook, lane: number): number[] {
  const written = lanes.map(({ pass }) => JSON.stringify(pass.x));
  return [...lanes.keys()].filter((other) => written[other] === written[lane]);
}

/** Layers with players, in the order of the present phase. */
function orderOf(round: RoundBook, lane: number): number[] {
  const lanes = together(round, lane);
  const seats = [...round.seats.values()].filter((seat) => lanes.includes(seat.lane) && isAsked(round, seat));
  const layers = [...new Set(seats.map(({ unit }) => unit.layer))].sort((a, b) => a - b);
  return round.phase === 'forward' ? layers : layers.reverse();
}

const isAsked = (round: RoundBook, seat: Parameters<typeof askedIn>[1]): boolean =>
  askedIn(round, seat) !== null;

export const layers = (): Topic => (event, book, rule) => {
  switch (event.type) {
    case 'roundOpened': {
      const people = event.seats.filter(({ player }) => player !== null);
      const seats = new Map(people.map((seat) => [seat.player!, seat]));
      return first(
        { rules: event.rules, phase: event.phase, lanes: event.lanes, seats } as unknown as RoundBook,
        event.lanes,
        rule,
      );
    }
    case 'backwardOpened': {
      const now = book.runs.get(event.run)!.now!;
      rule(
        now.phase === 'forward' && now.state === 'open' && now.rules.asksFor === 'both',
        'the way back follows the way forward',
      );
      return first({ ...now, phase: 'backward' }, event.lanes, rule);
    }
    case 'layerClosed':
      return closed(event, book, rule);
    default:
  }
};

function first(round: RoundBook, ways: readonly LaneProgress[], rule: Rule): void {
  ways.forEach(({ turn, closed: done }, lane) => {
    rule(done.length === 0, 'no layer has closed when a way begins');
    const layer = isByLayer(round) ? orderOf(round, lane)[0] : undefined;
    rule(turn?.layer === layer, 'the first layer with people begins');
  });
}

function closed(event: Of<'layerClosed'>, book: Book, rule: Rule): void {
  const round = book.runs.get(event.run)?.now;
  if (!round || round.round !== event.round) return rule(false, 'layers close in the present round');
  rule(round.state === 'open' && isByLayer(round), 'layers close while they answer one after the other');
  rule(book.pausedAt === null, 'no layer closes in a pause');
  event.lanes.forEach((way, lane) => {
    if (isSame(way, round.ways[lane]!)) return;
    closedIn(event, book, round, lane, rule);
  });
}

const isSame = (a: LaneProgress, b: LaneProgress): boolean =>
  JSON.stringify([a.turn, a.closed]) === JSON.stringify([b.turn, b.closed]);

function closedIn(event: Of<'layerClosed'>, book: Book, round: RoundBook, lane: number, rule: Rule): void {
  const [before, after] = [round.ways[lane]!, event.lanes[lane]!];
  const { turn } = before;
  if (!turn) return rule(false, 'a lane that is through stays so');
  const newest = after.closed.at(-1);
  oneCloses(before, after, rule);
  const lanes = together(round, lane);
  let wrong = 0;
  for (const [player, seat] of round.seats) {
    if (seat.unit.layer !== turn.layer || !isAsked(round, seat) || !lanes.includes(seat.lane)) continue;
    if (seat.lane === lane && !isRight(round, player, seat)) wrong++;
    const { leftAt } = book.people.get(player)!;
    const ms = timeAt(book, round, isOutput(round, seat));
    const end = publicEnd(round, seat);
    const more = Math.min(ms, ownTimeAt(book, round, player, seat) - ms);
    rule(
      isSettled(round, player, seat) ||
        (end.turn !== 'waiting' && event.at > end.at + more) ||
        (leftAt !== null && event.at - leftAt >= AWAITED_MS),
      'a layer closes only when all awaited players are through, or its time is up',
    );
  }
  rule(newest?.corrected === wrong, 'the number of corrected error signals is right');
  nextFollows(event, book, round, lane, rule);
}

/** Rule: one layer of a lane closes, and it is the one whose turn it was. */
function oneCloses(before: LaneProgress, after: LaneProgress, rule: Rule): void {
  rule(
    after.closed.length === before.closed.length + 1 &&
      JSON.stringify(after.closed.slice(0, -1)) === JSON.stringify(before.closed),
    'one layer of a lane closes at a time',
  );
  const newest = after.closed.at(-1);
  rule(
    newest?.layer === before.turn!.layer && newest.deadlineAt === before.turn!.deadlineAt,
    'the layer closes whose turn it was',
  );
}

/** Rule: after a layer the next one with players has its turn, with all of its time. */
function nextFollows(event: Of<'layerClosed'>, book: Book, round: RoundBook, lane: number, rule: Rule): void {
  const after = event.lanes[lane]!;
  const next = orderOf(round, lane).find((layer) => !after.closed.some((one) => one.layer === layer));
  rule(after.turn?.layer === next, 'the next layer with people follows');
  if (!after.turn) return;
  const ms = timeAt(book, round, after.turn.layer === round.network.layers.length);
  rule(
    after.turn.since === event.at && after.turn.deadlineAt === event.at + ms,
    'a turn lasts as long as its rules say',
  );
}
