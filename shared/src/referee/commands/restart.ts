import type { HostCommand } from '../command.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { PendingEvents } from '../session/pendingEvents.ts';
import { randomAt } from '../random.ts';
import { changesRounds } from '../session/rules.ts';
import { hasQuestions } from '../teams/seating.ts';
import type { Changes } from '../session/settings.ts';
import { LIMITS, type Session } from '../session/state.ts';
import { next } from './sessionControl.ts';
import type { Sliced } from '../../slices.ts';
import { teamRuns } from '../teams/teams.ts';

type Of<Type> = Extract<HostCommand, { type: Type }>;

/** New beginnings after the end, from the lobby or with the trained networks, and changes of the rules. */

/** Seed of the next beginning: a new one each time, so that other questions are drawn. */
const seedOf = ({ seed, restarts }: Session): number =>
  Math.floor(randomAt(seed, `again/${restarts + 1}`) * 2 ** 32);

/** Takes an ended session back to the lobby with the same players. */
export function playAgain(session: Session, at: number): Decision {
  if (session.status !== 'ended') return reject('wrongPhase');
  const { settings } = session;
  return accept({ type: 'sessionBeganAgain', at, seed: seedOf(session), keepsTeams: false, settings });
}

/** Goes on after the end with the same teams and weights; opens the next round. `rounds` counts from there. */
export function* continueLesson(
  session: Session,
  { changes }: Of<'continueLesson'>,
  at: number,
): Sliced<Decision> {
  const teams = teamRuns(session);
  if (session.status !== 'ended' || teams.length === 0) return reject('wrongPhase');
  const played = Math.max(...teams.map(({ round }) => round));
  const wanted = { ...session.settings, ...changes, plan: null, bell: null };
  const rounds = wanted.rounds === null ? null : Math.min(LIMITS.rounds, played + wanted.rounds);
  if (!hasQuestions(session.initial, wanted)) return reject('nothingToAsk');
  const draft = new PendingEvents(session);
  const settings = { ...wanted, rounds };
  draft.add({ type: 'sessionBeganAgain', at, seed: seedOf(session), keepsTeams: true, settings });
  const opened = yield* next(draft.session, at);
  return opened.accepted ? accept(...draft.events, ...opened.events) : opened;
}

/** Rules that hold from the start, when the teams are dealt, so that they can change in the lobby only. */
const FROM_THE_START = ['teams', 'teamSamples'] as const;

/** Changes the rules from the next round on. */
export function changeRules(session: Session, changes: Changes, at: number): Decision {
  if (session.status === 'ended') return reject('sessionEnded');
  if (session.status === 'running' && FROM_THE_START.some((name) => changes[name] !== undefined))
    return reject('wrongPhase');
  // Rounds that are caught up with keep the rules that the class had.
  if (session.catchUpRounds && changesRounds(session.settings, changes)) return reject('wrongPhase');
  if (!hasQuestions(session.initial, { ...session.settings, ...changes })) return reject('nothingToAsk');
  return accept({ type: 'rulesChanged', at, changes });
}
