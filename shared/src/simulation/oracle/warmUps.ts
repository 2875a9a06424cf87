import {
  type Book,
  isFinishing,
  isSettled,
  type Of,
  type Rule,
  type RunBook,
  teamsOf,
  type Topic,
} from './book.ts';

/** Rules of warm-ups: for a player without a seat while others answer; no points, on a network of the player's own. */
export function warmUps(): Topic {
  /** Players who have answered in the open vote or trial. */
  let said = new Set<string>();
  return (event, book, rule) => {
    switch (event.type) {
      case 'activityOpened':
        said = new Set();
        return;
      case 'voteCast':
      case 'guessMade':
        said.add(event.player);
        return;
      case 'warmUpOpened':
        return opened(event, book, said, rule);
      case 'roundOpened':
        return asked(event, book.runs.get(event.run), rule);
      case 'layerClosed':
      case 'backwardOpened':
      case 'roundRevealed':
      case 'weightsUpdated':
      case 'extraQuestionAsked':
      case 'betPlaced':
        return rule(book.runs.get(event.run)?.kind !== 'warmUp', `a warm-up is one question: ${event.type}`);
      default:
    }
  };
}

function opened(event: Of<'warmUpOpened'>, book: Book, said: ReadonlySet<string>, rule: Rule): void {
  const { player, network } = event;
  rule(book.stage === 'running' && book.settings.pacing !== 'self', 'a warm-up is for a class that plays');
  rule(book.pausedAt === null, 'no warm-up begins in a pause');
  rule(book.people.get(player)?.gone === false, 'a removed player does not warm up');
  rule(isLeftOut(book, player, said), 'a warm-up is for a player without a seat while others answer');
  for (const run of book.runs.values())
    rule(!isFinishing(run, player, event.at), 'a player who still finishes a round does not warm up');
  const before = book.runs.get(event.run)?.now;
  const seat = before?.seats.get(player);
  rule(
    before?.state !== 'open' || (seat !== undefined && isSettled(before, player, seat)),
    'one warm-up at a time',
  );
  const isUsedElsewhere = [...book.runs.values()].some(
    (run) => run.kind !== 'warmUp' && JSON.stringify(run.network.weights) === JSON.stringify(network.weights),
  );
  rule(!isUsedElsewhere, 'a warm-up is on a network that no other run has');
}

function isLeftOut(book: Book, player: string, said: ReadonlySet<string>): boolean {
  const { activity } = book;
  const sits = ({ now }: RunBook): boolean => now?.seats.has(player) === true;
  if (!activity) {
    const open = teamsOf(book).filter(({ now }) => now?.state === 'open');
    return open.length > 0 && !open.some(sits);
  }
  if (activity.closed) return false;
  if (activity.opened.type === 'exitTicket')
    return ![...book.runs.values()].some((run) => run.kind === 'own' && run.owner === player);
  const team = book.runs.get(book.people.get(player)?.team ?? '');
  return said.has(player) && !(team && sits(team));
}

function asked(event: Of<'roundOpened'>, run: RunBook | undefined, rule: Rule): void {
  if (run?.kind !== 'warmUp') return;
  rule(!event.rules.scored && !event.rules.trains, 'a warm-up neither scores nor trains');
  rule(
    event.seats.every(({ player }) => player === null || player === run.owner),
    'each player warms up alone',
  );
}
