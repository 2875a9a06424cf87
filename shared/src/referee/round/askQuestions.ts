import type { Network, Parameters, Sample } from '../../maths/network.ts';
import { type UnitRef, unitName } from '../../maths/unit.ts';
import type { BuildOptions, Subject } from '../../question/kind.ts';
import { questionModule } from '../../question/kinds.ts';
import { pickQuestion, subjectName } from '../../question/pick.ts';
import { qualityOf } from '../../question/quality.ts';
import type { Question } from '../../question/question.ts';
import type { Situation } from '../../question/situation.ts';
import type { CatchUpRound } from '../ownRuns/catchUpRound.ts';
import { randomAt } from '../random.ts';
import { situationFor } from './situation.ts';
import type { Lane, RunId, RunKind, Seat } from './run.ts';
import { subjectsFor, type TakenSeat } from '../teams/seating.ts';
import type { RoundRules } from '../session/settings.ts';
import type { Session } from '../session/state.ts';
import type { Sliced } from '../../slices.ts';

/** A round that opens: the facts that its questions depend on. */
export interface Round {
  readonly run: RunId;
  readonly kind: RunKind;
  readonly network: Network;
  readonly data: readonly Sample[];
  readonly rules: RoundRules;
  /** Number of the round, from 1. */
  readonly round: number;
  /** Mean gradient of the round before. */
  readonly before: Parameters | null;
  /** Class round that is repeated, while catching up. */
  readonly repeats?: CatchUpRound | undefined;
}

/** Random draw for a place of a round. Own runs draw as team `A` does, so that all players are asked the same. */
export function drawFor(session: Session, { run, kind, round }: Round, place: string): BuildOptions['draw'] {
  const key = kind === 'team' ? run : 'A';
  return (what) => randomAt(session.seed, `${key}/${round}/${place}/${what}`);
}

/** Asks a question at each player's seat, in each direction. No two backward ones share both subject and sample. */
export function* askQuestions(
  session: Session,
  round: Round,
  lanes: readonly Lane[],
  seats: readonly TakenSeat[],
): Sliced<Seat[]> {
  const asked = new Set<string>();
  const situations = lanes.map((lane) => situationFor(round, lane));
  const filled: Seat[] = [];
  for (const seat of seats) {
    filled.push(
      yield* askAt(
        session,
        round,
        { situation: situations[seat.lane]!, sample: lanes[seat.lane]!.sample },
        seat,
        asked,
      ),
    );
    yield;
  }
  return filled;
}

function* askAt(
  session: Session,
  round: Round,
  { situation, sample }: { readonly situation: Situation; readonly sample: number },
  { lane, unit, player }: TakenSeat,
  asked: Set<string>,
): Sliced<Seat> {
  const machine: Seat = { lane, unit, player, question: null, truth: null, inseparable: [], forward: null };
  if (player === null) return machine;
  const draw = drawFor(session, round, `${lane}/${unitName(round.network, unit)}`);
  const choice: BuildOptions = {
    sample,
    help: session.players[player]!.help.level,
    isRelay: round.rules.style === 'relay',
    draw,
  };
  const { asksFor } = round.rules;
  const forward = asksFor === 'backward' ? null : forwardQuestion(situation, unit, choice);
  if (asksFor === 'forward') return { ...machine, forward };
  const question = yield* backwardQuestion(round, situation, unit, choice, asked);
  asked.add(`${sample}/${subjectName(round.network, question)}`);
  return {
    ...machine,
    question,
    truth: questionModule(round.rules.asks).truth(situation, question),
    inseparable: (yield* qualityOf(situation, question)).inseparable,
    forward,
  };
}

function forwardQuestion(
  situation: Situation,
  unit: UnitRef,
  choice: BuildOptions,
): NonNullable<Seat['forward']> {
  const module = questionModule('forward');
  const question = module.build(situation, { unit, edge: null }, choice);
  return { question, truth: module.truth(situation, question) };
}

function* backwardQuestion(
  { network, rules, round, repeats }: Round,
  situation: Situation,
  unit: UnitRef,
  choice: BuildOptions,
  asked: ReadonlySet<string>,
): Sliced<Question> {
  if (repeats) {
    const { edge, given } = repeats.asked;
    return { ...questionModule(rules.asks).build(situation, { unit, edge }, choice), given };
  }
  const all = subjectsFor(network, unit, rules);
  // Each round begins with the next subject of the unit, which is what the order `turns` asks for.
  const inOrder = all.map((_, i) => all[(round - 1 + i) % all.length]!);
  const free = inOrder.filter((subject) => !asked.has(`${choice.sample}/${subjectName(network, subject)}`));
  const eligible: readonly Subject[] = rules.order === 'turns' ? free.slice(0, 1) : free;
  const question = yield* pickQuestion(rules.asks, situation, eligible, choice, choice.draw);
  if (!question) throw new RangeError(`more lanes than questions about ${unitName(network, unit)}`);
  return question;
}
