import { forward } from '../maths/forward.ts';
import { TERMS } from '../question/question.ts';
import type { Activity } from '../referee/activities/activity.ts';
import type { PlayerCommand } from '../referee/command.ts';
import { type Actor, act, FIRST_MS, type NextAct } from './actor.ts';

/** Action in a vote or a trial. An exit ticket is a round of its own run. */
export function inActivity(actor: Actor): NextAct | null {
  const { activity } = actor.session;
  const { player } = actor.bot;
  if (activity?.closedAt !== null) return null;
  if (activity.type === 'vote' && activity.votes[player] === undefined)
    return act(actor, `vote/${activity.since}`, FIRST_MS, () => vote(actor, activity));
  if (activity.type === 'trial' && activity.guesses[player] === undefined)
    return act(actor, `guess/${activity.since}`, FIRST_MS, () => guess(actor, activity));
  return null;
}

function vote({ bot, chance }: Actor, { term, since }: Extract<Activity, { type: 'vote' }>): PlayerCommand {
  const wrong = TERMS.filter((one) => one !== term);
  const other = wrong[Math.floor(chance(`vote/${since}/which`) * wrong.length)]!;
  return { type: 'castVote', term: chance(`vote/${since}/right`) < bot.skill ? term : other };
}

function guess(
  { bot, run, chance }: Actor,
  { x, since }: Extract<Activity, { type: 'trial' }>,
): PlayerCommand {
  const off = chance(`guess/${since}/right`) < bot.skill ? 0 : 4 * (chance(`guess/${since}/off`) - 0.5);
  const outputs = forward(run.network, x).outputs.at(-1)!;
  return { type: 'makeGuess', outputs: outputs.map((value) => Number((value + off).toFixed(1))) };
}
