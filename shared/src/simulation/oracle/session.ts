import type { Event } from '../../referee/event.ts';
import { type Book, type Of, type Rule, teamsOf, type Topic } from './book.ts';

/** Rules of a session: order of events, membership, and no event that tells the truth before the reveal. */

const AFTER_THE_END: ReadonlySet<Event['type']> = new Set([
  // A player with more time than the others still fills in the exit ticket.
  'answerGraded',
  'hintTaken',
  'finishingStopped',
  'deadlinesMoved',
  'playerLeft',
  'playerReturned',
  'playerRenamed',
  'playerRemoved',
  'displayChanged',
  'sessionBeganAgain',
]);

const isAnyOpen = (book: Book): boolean => teamsOf(book).some(({ now }) => now?.state === 'open');

export function session(): Topic {
  const seeds = new Set<number>();
  return (event, book, rule) => {
    rule(event.at >= book.at, 'time runs forward');
    rule(book.stage !== 'ended' || AFTER_THE_END.has(event.type), `${event.type} after the end`);
    switch (event.type) {
      case 'sessionStarted':
        return started(event, book, rule);
      case 'sessionBeganAgain':
        rule(book.stage === 'ended', 'a class begins again after the end');
        rule(!seeds.has(event.seed) && event.seed !== book.session.seed, 'a restart has a new seed');
        seeds.add(event.seed);
        return;
      case 'playerJoined':
        rule(!book.people.has(event.player), 'a player joins once');
        rule(!book.locked, 'a locked session takes no new players');
        return rule(
          (event.run === null) === (book.stage === 'lobby'),
          'a player who joins late is in a team at once',
        );
      case 'runOpened':
        return rule(!book.runs.has(event.run), 'a run is opened once');
      case 'sessionPaused':
        return rule(book.stage === 'running' && book.pausedAt === null, 'what runs is paused');
      case 'playerMoved':
      case 'timeGiven':
      case 'playerRenamed':
        return rule(
          book.people.get(event.player)?.gone === false,
          `${event.type}: only who is in the session`,
        );
      default:
        return inRun(event, book, rule);
    }
  };
}

/** Rules of the order of events in a run, and of events that need all runs to be through. */
function inRun(event: Event, book: Book, rule: Rule): void {
  switch (event.type) {
    case 'roundRevealed':
      return revealed(event, book, rule);
    case 'weightsUpdated':
      return updated(event, book, rule);
    case 'roundSkipped':
      rule(book.runs.get(event.run)?.now?.state === 'open', 'a round that is on is skipped');
      return rule(book.pausedAt === null, 'no round is skipped in a pause');
    case 'machineTrained':
    case 'activityOpened':
      return rule(!isAnyOpen(book) && book.stage === 'running', `${event.type} only when no round is on`);
    case 'runEnded':
      return rule(book.runs.get(event.run)?.now?.state !== 'open', 'a run ends after its round');
    default:
  }
}

function revealed(event: Of<'roundRevealed'>, book: Book, rule: Rule): void {
  const run = book.runs.get(event.run);
  const now = run?.now;
  rule(now?.round === event.round && now.state === 'open', 'a round is revealed once');
  rule(
    now?.phase === 'backward' || now?.rules.asksFor === 'forward',
    'a round is revealed after its last way',
  );
  rule(book.pausedAt === null, 'no round is revealed in a pause');
}

function updated(event: Of<'weightsUpdated'>, book: Book, rule: Rule): void {
  const now = book.runs.get(event.run)?.now;
  rule(now?.round === event.round && now.state === 'revealed', 'weights move after the reveal');
  rule(now?.rules.trains === true, 'weights move where the round trains them');
}

function started(event: Of<'sessionStarted'>, book: Book, rule: Rule): void {
  rule(book.stage === 'lobby', 'a session starts in the lobby');
  const people = [...book.people.values()].filter(({ gone }) => !gone);
  const dealt = event.runs.flatMap((one) => (one.kind === 'team' ? one.players : [one.owner]));
  rule(
    dealt.length === people.length && people.every(({ id }) => dealt.includes(id)),
    'each player is in one team',
  );
  const sizes = event.runs.flatMap((one) => (one.kind === 'team' ? [one.players.length] : []));
  rule(
    sizes.length === 0 || Math.max(...sizes) - Math.min(...sizes) <= 1,
    'teams are as large as each other',
  );
}
