import type { Part, Verdict } from '../../question/question.ts';
import { isAnswering, isDone, seatOf } from '../round/progress.ts';
import type { Answers, PartAnswer, Run, Seat } from '../round/run.ts';
import { MAX_TRIES } from '../score/score.ts';
import type { PlayerId, Session } from '../session/state.ts';
import { ownRunId, teamRuns } from '../teams/teams.ts';
import { warmUpOf } from '../ownRuns/warmUp.ts';

/** An answer to a part as its player and the host see it. */
export interface PartView {
  readonly tries: number;
  readonly triesLeft: number;
  readonly right: boolean;
  /** Answer as typed; null where the text has been erased. */
  readonly raw: string | null;
  readonly verdict: Verdict;
  readonly points: number;
  /** Time between the start of the phase and the answer, pauses included, ms. */
  readonly afterMs: number;
}

/** View of an answer. @param text  the text that was typed, if it is kept */
export const partView = (
  { tries, right, given, verdict, points, afterMs }: PartAnswer,
  text: string | undefined,
): PartView => ({
  tries,
  triesLeft: MAX_TRIES - tries,
  right,
  raw: given ?? text ?? null,
  verdict,
  points,
  afterMs,
});

/** Answers by part, in the order in which the parts are asked. */
export function partViews(
  answers: Answers | undefined,
  asked: readonly Part[],
  textOf: (part: Part) => string | undefined,
): Partial<Record<Part, PartView>> {
  return Object.fromEntries(
    asked.flatMap((part) => {
      const answer = answers?.parts[part];
      return answer ? [[part, partView(answer, textOf(part))]] : [];
    }),
  );
}

/** Run that a player plays in now: a warm-up, an own run, or the team's. */
export function currentRunOf(session: Session, id: PlayerId): Run | undefined {
  return warmUpOf(session, id) ?? seatedRunOf(session, id);
}

/**
 * Run that counts for a player: an own run where there is one, else the team's. A player moved to another team in the
 * middle of a round plays that round to its end in the old seat.
 */
export function seatedRunOf(session: Session, id: PlayerId): Run | undefined {
  const player = session.players[id];
  if (!player) return undefined;
  const own = session.runs[ownRunId(player)];
  const team = player.run === null ? undefined : session.runs[player.run];
  if (own || !team || seatOf(team, id)) return own ?? team;
  return teamRuns(session).find((run) => isAnswering(run) && seatOf(run, id)) ?? team;
}

/** Seat that a player answers at now: of the round still being finished, else of the present round. */
export function currentSeat(
  run: Run,
  id: PlayerId,
): { run: Run; seat: Seat; finishing: number | null } | undefined {
  const late = run.finishing[id];
  const lateSeat = late && seatOf(late.run, id);
  if (late && lateSeat && !isDone(late.run, lateSeat))
    return { run: late.run, seat: lateSeat, finishing: late.deadlineAt };
  const seat = seatOf(run, id);
  return seat && { run, seat, finishing: null };
}
