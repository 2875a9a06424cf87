import { forward } from '../../maths/forward.ts';
import type { Book, Of, Rule, Topic } from './book.ts';

/** Rules of activities: permitted players and deadlines. */
export const activities = (): Topic => (event, book, rule) => {
  const { activity } = book;
  switch (event.type) {
    case 'activityOpened':
      return rule(activity === null, 'one activity at a time');
    case 'voteCast':
      return said(event, 'vote', book, rule);
    case 'guessMade':
      rule(event.outputs.length === outputsOf(book.session), 'a guess has a number for every output');
      return said(event, 'trial', book, rule);
    case 'activityClosed':
      rule(activity?.opened.type !== 'talk', 'a talk has no outcome');
      rule(activity?.closed === false, 'only an open activity is closed');
      return rule(book.pausedAt === null, 'no activity is closed in a pause');
    case 'activityDismissed':
      return rule(activity !== null, 'only an activity that exists is put away');
    default:
  }
};

/** Rule of a vote or a guess: by a player with a say, in time. */
function said(
  { player, at }: Of<'voteCast'> | Of<'guessMade'>,
  type: 'vote' | 'trial',
  { activity, pausedAt, people }: Book,
  rule: Rule,
): void {
  rule(activity?.opened.type === type && !activity.closed, 'no vote and no guess after it was closed');
  rule(pausedAt === null, 'no vote and no guess in a pause');
  const end = activity?.deadlineAt ?? null;
  rule(activity?.closed === true || end === null || at <= end, 'no vote and no guess after the deadline');
  rule(people.get(player)?.gone === false, 'only players in the session vote and guess');
}

const outputsOf = ({
  network,
  data,
}: {
  network: Parameters<typeof forward>[0];
  data: readonly { x: readonly number[] }[];
}) => forward(network, data[0]!.x).outputs.at(-1)!.length;
