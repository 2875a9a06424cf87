import { type EdgeRef, unitName } from '../../maths/unit.ts';
import { type Decimals, decimalsFor } from '../../question/decimalsFor.ts';
import { hintFor } from '../../question/kinds.ts';
import type { PlaceId } from '../../question/places/place.ts';
import type { Given, Part, QuestionKind, Term, Truth } from '../../question/question.ts';
import type { Matrix, Vector } from '../../maths/network.ts';
import { ticketOf } from '../activities/activity.ts';
import { type OwnNextStep, ownNextStepOf } from '../session/nextStep.ts';
import { isByLayer, ownTurnOf } from '../clock/clock.ts';
import { type TimeFactor } from '../session/settings.ts';
import { mayAskExtraQuestion, takesExtraAnswers } from '../round/extraQuestion.ts';
import { isWaitingForParcel } from '../commands/whileWaiting.ts';
import { answerContext } from '../round/finishing.ts';
import {
  askedOf,
  lastExtraQuestion,
  isAnswering,
  isRoundOver,
  isSettled,
  partsOf,
} from '../round/progress.ts';
import { ranksAround } from '../score/results.ts';
import type { Bet, ExtraQuestion, RoundRecord, Run, RunId, Seat } from '../round/run.ts';
import type { PlayerId, Session, Standing } from '../session/state.ts';
import { answerTextKey, NO_TEXTS, type Texts } from '../texts.ts';
import { mayWarmUp, warmUpOf } from '../ownRuns/warmUp.ts';
import { type PartView, partView, partViews, currentSeat, currentRunOf } from './currentSeat.ts';
import { laneView } from './laneView.ts';
import { type EntryPath, type Names, NO_NAMES, runEntries } from './publicView.ts';
import { ownVisibility } from './visibility.ts';

/** View of one player. */
export interface PlayerView {
  readonly player: PlayerId;
  /** Removal by the host; null while the player is in the session. */
  readonly gone: 'removed' | 'banned' | null;
  /** Run that the player plays in now: the team's, or an own one. */
  readonly run: RunId | null;
  /** Run of the player's team, also while the player plays in an own one. */
  readonly team: RunId | null;
  /** Next step of the player's own "go on" in a self-paced run; null: the run has ended, or others lead. */
  readonly next: OwnNextStep | null;
  /** The class has left the exit ticket that this player still has; the player may leave it, too. */
  readonly mayLeaveTicket: boolean;
  /** Points; null where scores are not shown. */
  readonly score: number | null;
  /** Number of questions in a row without a miss. */
  readonly streak: number;
  /** Rank of the player and those just around it, from half of the rounds on. */
  readonly ranks: readonly (Standing & { readonly name: string })[] | null;
  readonly timeFactor: TimeFactor;
  /** Term chosen in the vote, and outputs guessed in the trial. */
  readonly vote: Term | null;
  readonly guess: Vector | null;
  /**
   * Entries sent to this player alone: those of an own run, or, while finishing, of the round as it stood when it was
   * revealed to the others.
   */
  readonly own: Readonly<Partial<Record<EntryPath, unknown>>>;
  /** Results of every round so far of an own run. */
  readonly record: readonly RoundRecord[];
  /** Warm-up question: on offer or open. null: the player has a seat, or no answers are taken. */
  readonly warmUp: 'offered' | 'open' | null;
  /** Seat of the present round; null in the lobby and while waiting for the next round. */
  readonly seat: OwnSeat | null;
}

type OwnSeat = OwnSeatFacts & OwnTurn;

/** Turn of a player's seat, and the deadline of its answers; null: no clock runs for it. */
type OwnTurn =
  /** Parts that need nothing from other players can be prepared. */
  | { readonly turn: 'waiting'; readonly deadlineAt: null }
  | { readonly turn: 'open'; readonly deadlineAt: number | null }
  | { readonly turn: 'closed'; readonly deadlineAt: null };

interface OwnSeatFacts {
  readonly round: number;
  readonly lane: number;
  /** Name of the unit, such as `h1`. */
  readonly unit: string;
  readonly kind: QuestionKind;
  /** Weight or bias in question (◆); null where there is none. */
  readonly edge: EdgeRef | null;
  readonly given: Given | null;
  readonly parts: readonly Part[];
  /** Number of decimals in which each number has as many figures as asked. */
  readonly decimals: Decimals;
  /** The others are further already: the player has more time than they, and goes on alone. */
  readonly finishing: boolean;
  readonly answers: Partial<Readonly<Record<Part, PartView>>>;
  /** Places to look at, for the parts for which the player took a hint. */
  readonly hints: Partial<Readonly<Record<Part, readonly PlaceId[]>>>;
  readonly bet: Bet | null;
  readonly mayBet: boolean;
  readonly extraQuestion: ExtraQuestionView | null;
  /** The player has nothing else to do and may ask for an extra question. */
  readonly mayAskExtraQuestion: boolean;
  /** The same after the player's own deadline, the passing of which has no event. */
  readonly mayAskExtraQuestionLate: boolean;
  /** Set from the reveal on. */
  readonly truth: Truth | null;
  /** Points of this round so far, without streak, speed and bet. */
  readonly points: number;
}

export interface ExtraQuestionView {
  readonly number: number;
  /** `contribution`: the gradient of a ◆; `belly`: the pre-activation of a unit, for inputs that no lane carries. */
  readonly kind: QuestionKind;
  readonly unit: string;
  /** Weight or bias in question (◆); null where there is none. */
  readonly edge: EdgeRef | null;
  /** Index in the data, seldom the sample of the own lane; null: these inputs are not in the data. */
  readonly sample: number | null;
  readonly x: Vector;
  readonly t: Vector | null;
  /** Pre-activations, [layer][unit]; null where one would tell the answer. */
  readonly sums: readonly (readonly (number | null)[])[];
  readonly outputs: readonly (readonly (number | null)[])[];
  /** Number of decimals in which the answer has as many figures as asked. */
  readonly decimals: number | null;
  readonly answer: PartView | null;
  readonly truth: Truth | null;
}

function extraQuestionView(
  session: Session,
  run: Run,
  extraQuestion: ExtraQuestion | undefined,
  text: string | undefined,
): ExtraQuestionView | null {
  if (!extraQuestion) return null;
  const { number, question, answer, truth } = extraQuestion;
  return {
    number,
    kind: question.kind,
    unit: unitName(run.network, question.unit),
    edge: question.edge,
    ...extraQuestionNumbers(run, extraQuestion),
    decimals: decimalsFor(run.network, question.parts, truth)[question.parts[0]!] ?? null,
    answer: answer && partView(answer, text),
    truth: isRoundOver(run) && !takesExtraAnswers(session, run) ? truth : null,
  };
}

type BonusNumbers = Pick<ExtraQuestionView, 'sample' | 'x' | 't' | 'sums' | 'outputs'>;

function extraQuestionNumbers(run: Run, { lane, question }: ExtraQuestion): BonusNumbers {
  const { x, sums, outputs } = lane.pass;
  if (question.edge) return { sample: lane.sample, x, t: run.data[lane.sample]!.t, sums, outputs };
  const hidden = (rows: Matrix) => rows.map((row) => row.map(() => null));
  return { sample: null, x, t: null, sums: hidden(sums), outputs: hidden(outputs) };
}

function turnOf(session: Session, run: Run, seat: Seat): OwnTurn {
  // No other player waits for a warm-up, so there is no clock.
  if (run.kind === 'warmUp') return { turn: 'open', deadlineAt: null };
  const turn = ownTurnOf(session, run, seat);
  if (turn.state === 'open') return { turn: 'open', deadlineAt: turn.deadlineAt };
  return { turn: turn.state, deadlineAt: null };
}

/** Tells whether a further extra question is on offer, by the events so far. */
function mayAskMore(session: Session, run: Run, id: PlayerId): boolean {
  return run.kind === 'warmUp'
    ? mayWarmUp(session, id, 'byEvents')
    : mayAskExtraQuestion(session, run, id, 'byEvents');
}

/** Tells whether a player has an extra question that is not settled yet. */
function hasOpenBonus(run: Run, id: PlayerId): boolean {
  const extraQuestion = lastExtraQuestion(run, id);
  return extraQuestion !== undefined && !isSettled(extraQuestion.answer ?? undefined);
}

function warmUpView(session: Session, id: PlayerId): PlayerView['warmUp'] {
  if (session.players[id]?.removal !== null) return null;
  if (warmUpOf(session, id)) return 'open';
  return session.pausedAt === null && mayWarmUp(session, id, 'byEvents') ? 'offered' : null;
}

function ownSeat(session: Session, present: Run, id: PlayerId, texts: Texts): OwnSeat | null {
  const place = currentSeat(present, id);
  const asked = place && askedOf(place.run, place.seat);
  if (!place || !asked) return null;
  const { run, seat, finishing } = place;
  const { question, truth } = asked;
  const { answers } = answerContext(present, id, run.round);
  const isOpen = finishing === null && session.pausedAt === null;
  const textOf = (part: Part) => texts.get(answerTextKey(id, run.id, part));
  return {
    round: run.round,
    lane: seat.lane,
    unit: unitName(run.network, seat.unit),
    kind: question.kind,
    edge: question.edge,
    given: question.given,
    parts: question.parts,
    decimals: decimalsFor(run.network, question.parts, truth ?? {}),
    ...(finishing === null ? turnOf(session, run, seat) : { turn: 'open', deadlineAt: finishing }),
    finishing: finishing !== null,
    answers: partViews(answers, question.parts, textOf),
    hints: Object.fromEntries(
      (answers?.hints ?? []).map((part) => [part, hintFor(run.network, question, part) ?? []]),
    ),
    bet: run.bets[id] ?? null,
    mayBet: isOpen && question.edge !== null && !run.bets[id] && isWaitingForParcel(run, seat),
    extraQuestion: extraQuestionView(session, run, lastExtraQuestion(run, id), textOf('extra')),
    mayAskExtraQuestion: isOpen && mayAskMore(session, run, id),
    mayAskExtraQuestionLate: isAnswering(run) && !hasOpenBonus(run, id),
    truth: isRoundOver(run) ? truth : null,
    points: partsOf(seat).reduce((sum, part) => sum + (answers?.parts[part]?.points ?? 0), 0),
  };
}

/**
 * Entries that the public view lacks: a player's own run, or the round that the player still finishes; of the team's
 * round the own lane, as far as that has come.
 */
function ownEntries(run: Run, id: PlayerId): ReturnType<typeof runEntries> {
  const place = currentSeat(run, id);
  if (place && place.finishing !== null) return runEntries(place.run);
  if (run.kind !== 'team' && run.owner === id) return runEntries(run);
  if (!place || !isByLayer(run)) return [];
  const { lane } = place.seat;
  return [[`lanes/${run.id}/${lane}`, laneView(run, lane, ownVisibility(run, run.lanes[lane]!))]];
}

/** Standings around a player; a name where names are shown, and the player's own. */
function namedRanks(session: Session, id: PlayerId, names: Names): PlayerView['ranks'] {
  const nameOf = (player: PlayerId): string =>
    (session.display.names || player === id) && Object.hasOwn(names, player) ? names[player]! : '';
  return (
    ranksAround(session, id)?.map((standing) => ({ ...standing, name: nameOf(standing.player) })) ?? null
  );
}

/**
 * View of one player.
 *
 * @param names  names by player, of which those of players ranked nearby are shown
 * @param texts  texts typed in answers; those of this player are shown
 * @throws {RangeError} no player of that id has joined
 */
export function playerView(session: Session, id: PlayerId, names = NO_NAMES, texts = NO_TEXTS): PlayerView {
  const player = session.players[id];
  if (!player) throw new RangeError(`no player ${id} in this session`);
  const { activity, display } = session;
  const run = player.removal === null ? currentRunOf(session, id) : undefined;
  return {
    player: id,
    gone: player.removal,
    run: run?.id ?? null,
    team: player.run,
    next: run ? ownNextStepOf(session, run) : null,
    mayLeaveTicket: run?.kind === 'own' && run.purpose === 'exitTicket' && !ticketOf(session),
    score: display.scores ? player.score : null,
    streak: player.streak,
    ranks: namedRanks(session, id, names),
    timeFactor: player.timeFactor,
    vote: activity?.type === 'vote' ? (activity.votes[id] ?? null) : null,
    guess: activity?.type === 'trial' ? (activity.guesses[id] ?? null) : null,
    record: run?.kind === 'own' ? run.record : [],
    own: run ? Object.fromEntries(ownEntries(run, id)) : {},
    warmUp: warmUpView(session, id),
    seat: run ? ownSeat(session, run, id, texts) : null,
  };
}
