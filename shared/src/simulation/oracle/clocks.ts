import type { Seat, LaneProgress } from '../../referee/round/run.ts';
import {
  type Book,
  isByLayer,
  isLate,
  isOutput,
  isSettled,
  type Of,
  type RoundBook,
  roundOf,
  type Rule,
  type RunBook,
  type Topic,
} from './book.ts';

/**
 * Rules of deadlines: their values at the opening; moves by a pause, more time and a server's absence; keeping them.
 */

/** Deadline of an untimed seat: a hundred years, ms. */
const NO_CLOCK_MS = 3_153_600_000_000;

const longer = (ms: number, factor: number | 'untimed'): number =>
  factor === 'untimed' ? NO_CLOCK_MS : Math.min(NO_CLOCK_MS, ms * factor);

/** Time of a seat in the present phase, before a player's own time factor, ms. */
export function timeAt(book: Book, round: RoundBook, isAtOutput: boolean): number {
  const { forwardMs, outputMs, hiddenMs } = round.rules;
  const ms = round.phase === 'forward' ? forwardMs : isAtOutput ? outputMs : hiddenMs;
  return longer(ms, book.settings.timeFactor);
}

/** Time of one player at a seat, ms. */
export const ownTimeAt = (book: Book, round: RoundBook, player: string, seat: Seat): number =>
  longer(timeAt(book, round, isOutput(round, seat)), book.people.get(player)!.factor);

/** State of a seat's turn: still to come, open until a moment, or closed with the deadline that it had. */
type End = { readonly turn: 'waiting' } | { readonly turn: 'open' | 'closed'; readonly at: number };

/** Turn of a seat for players without extra time. */
export function publicEnd(round: RoundBook, seat: Seat): End {
  if (!isByLayer(round))
    return { turn: 'open', at: isOutput(round, seat) ? round.deadlines.output : round.deadlines.hidden };
  const { turn, closed } = round.ways[seat.lane]!;
  if (turn?.layer === seat.unit.layer) return { turn: 'open', at: turn.deadlineAt };
  const over = closed.find(({ layer }) => layer === seat.unit.layer);
  return over ? { turn: 'closed', at: over.deadlineAt } : { turn: 'waiting' };
}

/** Turn of a seat for its player: one with more time still has it open when it is closed for others. */
export function ownEnd(book: Book, round: RoundBook, player: string, seat: Seat): End {
  const end = publicEnd(round, seat);
  const extra = ownTimeAt(book, round, player, seat) - timeAt(book, round, isOutput(round, seat));
  return end.turn === 'waiting' || extra === 0 ? end : { turn: 'open', at: end.at + extra };
}

/** Tells whether a player's answers no longer count. */
export function isOver(end: End, at: number): boolean {
  return end.turn === 'closed' || (end.turn === 'open' && at > end.at);
}

/** Tells whether the turn of a seat's layer has not come. */
export const isWaiting = (round: RoundBook, seat: Seat): boolean => publicEnd(round, seat).turn === 'waiting';

export const clocks = (): Topic => (event, book, rule) => {
  switch (event.type) {
    case 'answerGraded':
      return answered(event, book, rule);
    case 'roundOpened':
    case 'backwardOpened':
      return opened(event, book, rule);
    case 'sessionResumed': {
      const { pausedAt } = book;
      rule(pausedAt !== null, 'only a paused session is resumed');
      const expected = (d: number): number => (d > pausedAt! ? d + (event.at - pausedAt!) : d);
      return rule(
        isMovedBy(book, event, expected),
        'a pause moves every clock that runs by as long as it lasted',
      );
    }
    case 'deadlinesMoved':
      return moved(event, book, rule);
    case 'roundRevealed':
      return revealed(event, book, rule);
    case 'weightsUpdated':
      return rule(
        event.phaseEndsAt === byClock(book, event.run, event.at + book.settings.updateMs),
        'the clock shows the update as long as it was said',
      );
    default:
  }
};

function byClock(book: Book, run: string, at: number): number | null {
  return book.settings.pacing === 'auto' && book.runs.get(run)!.kind === 'team' ? at : null;
}

function answered(event: Of<'answerGraded'>, book: Book, rule: Rule): void {
  rule(book.pausedAt === null, 'no answer is taken in a pause');
  const round = roundOf(book, event);
  const seat = round?.seats.get(event.player);
  if (!round || !seat) return;
  if (event.part === 'extra') return;
  if (isLate(book, event)) {
    const { deadlineAt } = book.runs.get(event.run)!.finishing.get(event.player)!;
    return rule(event.at <= deadlineAt, 'a finishing player has until the own deadline');
  }
  rule(!isOver(ownEnd(book, round, event.player, seat), event.at), 'no answer counts after its deadline');
  if (isByLayer(round) && event.part !== 'own')
    rule(
      !isWaiting(round, seat),
      'before its turn a unit is graded only for parts that need no other player',
    );
}

function opened(event: Of<'roundOpened'> | Of<'backwardOpened'>, book: Book, rule: Rule): void {
  const run = book.runs.get(event.run)!;
  const phase = event.type === 'roundOpened' ? event.phase : 'backward';
  const rules = event.type === 'roundOpened' ? event.rules : run.now!.rules;
  const round = { rules, phase } as RoundBook;
  const output = event.at + timeAt(book, round, true);
  const hidden = event.at + timeAt(book, round, false);
  const isForAll = phase === 'backward' && rules.style === 'parallel';
  const end = isForAll ? byClock(book, event.run, Math.max(output, hidden)) : null;
  const { deadlines } = event;
  rule(
    deadlines.output === output && deadlines.hidden === hidden && deadlines.phase === end,
    'a phase lasts as long as its rules say',
  );
  for (const { turn } of event.lanes) {
    if (!turn) continue;
    const isLast = turn.layer === run.network.layers.length;
    rule(turn.deadlineAt === (isLast ? output : hidden), 'the first turn lasts as long as its rules say');
  }
}

type Moved = Of<'sessionResumed'> | Of<'deadlinesMoved'>;

/** Running clocks, before and after. */
function* clocksOf(book: Book, event: Moved): Generator<readonly [number, number | undefined]> {
  for (const run of book.runs.values()) {
    // After the end only exit tickets have a clock.
    if (book.stage === 'running') yield* clocksOfRun(run, event);
    for (const [player, { deadlineAt }] of run.finishing)
      yield [deadlineAt, event.finishing[run.id]?.[player]];
  }
  const { activity } = book;
  if (activity && activity.deadlineAt !== null) yield [activity.deadlineAt, event.activity ?? undefined];
}

function* clocksOfRun(
  { id, now, kind }: RunBook,
  event: Moved,
): Generator<readonly [number, number | undefined]> {
  if (!now || kind === 'warmUp') return;
  const after = event.deadlines[id];
  if (now.deadlines.phase !== null && now.state !== 'brokenOff')
    yield [now.deadlines.phase, after?.phase ?? undefined];
  if (now.state !== 'open') return;
  yield [now.deadlines.output, after?.output];
  yield [now.deadlines.hidden, after?.hidden];
  yield* clocksOfWays(now, event.lanes[id] ?? []);
}

/** Clocks of layers that answer one after the other. */
function* clocksOfWays(
  { ways }: RoundBook,
  after: readonly (LaneProgress | undefined)[],
): Generator<readonly [number, number | undefined]> {
  for (const [i, { turn, closed }] of ways.entries()) {
    const way = after[i];
    if (turn) yield [turn.deadlineAt, way?.turn?.deadlineAt];
    for (const [c, { deadlineAt }] of closed.entries()) yield [deadlineAt, way?.closed[c]?.deadlineAt];
  }
}

function isMovedBy(book: Book, event: Moved, expected: (deadline: number) => number): boolean {
  for (const [before, after] of clocksOf(book, event)) if (after !== expected(before)) return false;
  return true;
}

/**
 * Rule of moved deadlines: added time counts from now at least; a server's absence moves what was still open when it
 * began.
 */
function moved(event: Of<'deadlinesMoved'>, book: Book, rule: Rule): void {
  const all = [...clocksOf(book, event)];
  const first = all.find(([before, after]) => after !== undefined && after !== before);
  // A clock that was up when the absence began stays up.
  if (!first)
    return rule(
      isMovedBy(book, event, (d) => d),
      'no clock is left out when they are moved',
    );
  const [before, after] = first;
  const base = book.pausedAt ?? event.at;
  const added = after! - Math.max(before, base);
  const away = after! - before;
  const isAdded = added > 0 && isMovedBy(book, event, (d) => Math.max(d, base) + added);
  const isAway =
    book.pausedAt === null && isMovedBy(book, event, (d) => (d > event.at - away ? d + away : d));
  rule(isAdded || isAway, 'more time and absence move all clocks alike');
}

function revealed(event: Of<'roundRevealed'>, book: Book, rule: Rule): void {
  const run = book.runs.get(event.run)!;
  const round = run.now!;
  rule(
    event.phaseEndsAt === byClock(book, event.run, event.at + book.settings.revealMs),
    'the clock shows the reveal as long as it was said',
  );
  const expected = new Map<string, number>();
  for (const [player, seat] of round.seats) {
    const { factor, team } = book.people.get(player)!;
    if (factor === 1 || isSettled(round, player, seat)) continue;
    // A player moved to another team sits there in the next round; homework waits only for its own player.
    const isThere = run.kind === 'team' ? team === run.id : book.activity?.opened.type === 'exitTicket';
    if (!isThere) continue;
    const end = ownEnd(book, round, player, seat);
    if (end.turn === 'open' && event.at < end.at) expected.set(player, end.at);
  }
  rule(
    expected.size === event.finishing.length &&
      event.finishing.every(({ player, deadlineAt }) => expected.get(player) === deadlineAt),
    'a player with more time, and no other, goes on until the own deadline',
  );
}
