import { type EdgeRef, unitName } from '../../maths/unit.ts';
import type {
  Given,
  MistakeId,
  Part,
  QuestionKind,
  Truth,
  Verdict,
  Question,
} from '../../question/question.ts';
import { deadlineOf, seatOf } from '../commands/submitAnswer.ts';
import { MAX_TRIES } from '../score.ts';
import type { PlayerId, Results, Run, RunId, Seat, Session } from '../state.ts';
import { isRevealed } from './veil.ts';

/** A player's own things. */
export interface PlayerView {
  readonly player: PlayerId;
  readonly run: RunId | null;
  readonly score: number;
  /** Questions in a row without a miss. */
  readonly streak: number;
  /** From the end on: its own rank and those just around it. */
  readonly ranks: Results['players'] | null;
  /** null in the lobby and while it waits for the next round. */
  readonly seat: {
    readonly round: number;
    readonly lane: number;
    /** `h1` */
    readonly unit: string;
    readonly kind: QuestionKind;
    /** ◆; null where no weight is in question. */
    readonly edge: EdgeRef | null;
    readonly given: Given | null;
    readonly parts: readonly Part[];
    readonly deadlineAt: number;
    readonly answers: Partial<Readonly<Record<Part, PartView>>>;
    /** From the reveal on. */
    readonly truth: Truth | null;
    /** Points of this question so far. */
    readonly points: number;
  } | null;
}

export interface PartView {
  readonly tries: number;
  readonly triesLeft: number;
  readonly right: boolean;
  readonly raw: string;
  readonly verdict: Verdict;
  readonly points: number;
}

export interface HostView {
  /** True: these are all rows; false: put them over the ones you have. */
  readonly whole: boolean;
  readonly rows: Readonly<Record<PlayerId, HostRow>>;
}

export interface HostRow {
  readonly run: RunId | null;
  readonly lane: number | null;
  readonly unit: string | null;
  readonly present: boolean;
  readonly score: number;
  readonly parts: readonly {
    readonly part: Part;
    readonly tries: number;
    readonly right: boolean;
    readonly raw: string;
  }[];
  /** What it is asked, in full. */
  readonly question: Question | null;
  /** The mistake that its newest wrong answer shows. */
  readonly mistake: MistakeId | null;
  /** Mistakes that this player's question cannot tell from a right answer. */
  readonly inseparable: readonly MistakeId[];
}

/** In the order in which the parts are asked. */
function partViews(run: Run, seat: Seat): Partial<Record<Part, PartView>> {
  const parts = run.answers[seat.player ?? '']?.parts ?? {};
  return Object.fromEntries(
    (seat.question?.parts ?? []).flatMap((part) => {
      const answer = parts[part];
      return answer ? [[part, { ...answer, triesLeft: MAX_TRIES - answer.tries }]] : [];
    }),
  );
}

/** Places above and below its own that a player is shown. */
const RANKS_AROUND = 2;

function ranksAround({ results }: Session, id: PlayerId): Results['players'] | null {
  if (!results) return null;
  const place = results.players.findIndex(({ player }) => player === id);
  return results.players.slice(Math.max(0, place - RANKS_AROUND), place + RANKS_AROUND + 1);
}

/**
 * What one player sees of its own.
 *
 * @throws {RangeError} nobody of that id has joined
 */
export function playerView(session: Session, id: PlayerId): PlayerView {
  const player = session.players[id];
  if (!player) throw new RangeError(`no player ${id} in this session`);
  const base = {
    player: id,
    run: player.run,
    score: player.score,
    streak: player.streak,
    ranks: ranksAround(session, id),
  };
  const run = player.run === null ? undefined : session.runs[player.run];
  const seat = run && seatOf(run, id);
  if (!run || !seat?.question) return { ...base, seat: null };
  const answers = partViews(run, seat);
  return {
    ...base,
    seat: {
      round: run.round,
      lane: seat.lane,
      unit: unitName(run.network, seat.unit),
      kind: seat.question.kind,
      edge: seat.question.edge,
      given: seat.question.given,
      parts: seat.question.parts,
      deadlineAt: deadlineOf(run, seat),
      answers,
      truth: isRevealed(run) ? seat.truth : null,
      points: Object.values(answers).reduce((sum, answer) => sum + (answer?.points ?? 0), 0),
    },
  };
}

/** What the host sees of one player. */
export function hostRow(session: Session, id: PlayerId): HostRow {
  const player = session.players[id];
  if (!player) throw new RangeError(`no player ${id} in this session`);
  const run = player.run === null ? undefined : session.runs[player.run];
  const seat = run && seatOf(run, id);
  const answers = run && seat ? partViews(run, seat) : {};
  const wrong = Object.values(answers).find((answer) => answer?.verdict.outcome === 'wrong')?.verdict;
  return {
    run: player.run,
    lane: seat?.lane ?? null,
    unit: run && seat ? unitName(run.network, seat.unit) : null,
    present: player.leftAt === null,
    score: player.score,
    parts: (seat?.question?.parts ?? []).map((part) => {
      const answer = answers[part];
      return { part, tries: answer?.tries ?? 0, right: answer?.right ?? false, raw: answer?.raw ?? '' };
    }),
    question: seat?.question ?? null,
    mistake: wrong?.outcome === 'wrong' ? (wrong.mistakes[0]?.id ?? null) : null,
    inseparable: seat?.inseparable ?? [],
  };
}
