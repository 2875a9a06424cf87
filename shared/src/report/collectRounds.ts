import { outputLayer } from '../maths/network.ts';
import { edgeName, unitName } from '../maths/unit.ts';
import { idsMade } from '../question/diagnosis/mistakesMade.ts';
import { partKind } from '../question/part.ts';
import type { Part, Question, Truth } from '../question/question.ts';
import type { Event } from '../referee/event.ts';
import type { LaneProgress, Seat } from '../referee/round/run.ts';
import { type Collector, type OpenPart, type OpenQuestion, pausedUntil, questionKey } from './collector.ts';
import type { Occasion } from './facts.ts';

type Of<Type> = Extract<Event, { type: Type }>;

const OCCASIONS: Readonly<Record<'team' | 'own' | 'exitTicket' | 'warmUp', Occasion>> = {
  team: 'lesson',
  own: 'lesson',
  exitTicket: 'exitTicket',
  warmUp: 'warmUp',
};

function truthOf(truth: Truth | null, part: Part): number | string | null {
  const right = truth?.[part as keyof Truth];
  if (right === undefined) return null;
  return typeof right === 'object' ? right.join(' ') : right;
}

function newParts(phase: 'forward' | 'backward', question: Question | null, truth: Truth | null): OpenPart[] {
  return (question?.parts ?? []).map((part) => ({
    part,
    phase,
    kind: question!.kind,
    truth: truthOf(truth, part),
    openedAt: null,
    hint: null,
    answers: [],
    pausedBefore: 0,
  }));
}

/** Notes the questions of a round that opens. */
export function roundOpened(facts: Collector, event: Of<'roundOpened'>, seq: number): void {
  const run = facts.runs.get(event.run)!;
  run.round = new Map();
  run.extras = new Map();
  for (const seat of event.seats) {
    const asked = seat.question ?? seat.forward?.question;
    if (seat.player === null || !asked) continue;
    const question: OpenQuestion = {
      ...placeOf(facts, event, asked),
      event: seq,
      occasion: OCCASIONS[run.kind],
      ticket: run.kind === 'exitTicket' ? facts.tickets : 0,
      player: seat.player,
      isScored: event.rules.scored,
      lane: seat.lane,
      parts: partsIn(seat),
    };
    run.round.set(seat.player, question);
    facts.byKey.set(questionKey(event.run, event.round, seat.player), question);
    facts.questions.push(question);
  }
  openParts(facts, event, event.phase, event.rules.style === 'relay', event.lanes);
}

/** Parts of a seat. One that is asked forward and again backward has one record of answers in the game, too. */
function partsIn({ forward, question, truth }: Seat): OpenPart[] {
  const before = newParts('forward', forward?.question ?? null, forward?.truth ?? null);
  const after = newParts('backward', question, truth);
  return [...before, ...after.filter(({ part }) => before.every((one) => one.part !== part))];
}

/** Facts of a question that follow from its unit and its run. */
function placeOf(
  facts: Collector,
  { run: id, round }: { readonly run: string; readonly round: number },
  { unit, edge }: Question,
) {
  const { network, kind } = facts.runs.get(id)!;
  return {
    game: facts.game,
    run: id,
    team: kind === 'team' ? id : null,
    round,
    unit: unitName(network, unit),
    place: unit.layer === outputLayer(network) ? ('output' as const) : ('hidden' as const),
    edge: edge && edgeName(network, edge),
    layer: unit.layer,
    isOver: false,
    isCancelled: false,
  };
}

/** Notes the time at which players can begin with the parts of a phase, or of the layers whose turn it is. */
function openParts(
  facts: Collector,
  { run, at }: { readonly run: string; readonly at: number },
  phase: 'forward' | 'backward',
  isRelay: boolean,
  lanes: readonly LaneProgress[],
): void {
  for (const question of facts.runs.get(run)!.round.values()) {
    const hasTurn = lanes[question.lane]?.turn?.layer === question.layer;
    for (const part of question.parts) {
      if (part.openedAt !== null || part.phase !== phase) continue;
      // In a relay a unit can tell its own places before its turn.
      const waits = phase === 'forward' || (isRelay && partKind(part.part) !== 'own');
      if (waits && !hasTurn) continue;
      part.openedAt = at;
      part.pausedBefore = pausedUntil(facts, at);
    }
  }
}

/** Notes whose turn it is after a layer has closed, or the backward phase has opened. */
export function turnsMoved(
  facts: Collector,
  event: Of<'layerClosed'> | Of<'backwardOpened'>,
  phase: 'forward' | 'backward',
  isRelay: boolean,
): void {
  openParts(facts, event, phase, isRelay, event.lanes);
}

/** Notes an extra question. */
export function extraQuestionAsked(facts: Collector, event: Of<'extraQuestionAsked'>, seq: number): void {
  const { question, truth } = event.extraQuestion;
  const extra: OpenQuestion = {
    ...placeOf(facts, event, question),
    event: seq,
    occasion: 'extra',
    ticket: 0,
    player: event.player,
    isScored: facts.byKey.get(questionKey(event.run, event.round, event.player))?.isScored ?? false,
    lane: 0,
    parts: newParts('backward', question, truth).map((part) => ({
      ...part,
      openedAt: event.at,
      pausedBefore: pausedUntil(facts, event.at),
    })),
  };
  facts.runs.get(event.run)!.extras.set(event.player, extra);
  facts.questions.push(extra);
}

/** Part that an answer or a hint is about. An extra question has one part, whatever it asks for. */
function partOf(
  facts: Collector,
  { run, round, player, part }: Pick<Of<'answerGraded'>, 'run' | 'round' | 'player' | 'part'>,
): OpenPart {
  const isExtra = part === 'extra';
  const question = isExtra
    ? facts.runs.get(run)?.extras.get(player)
    : facts.byKey.get(questionKey(run, round, player));
  const found = isExtra ? question?.parts[0] : question?.parts.find((one) => one.part === part);
  if (!found) throw new RangeError(`the log has an answer of ${player} to no question`);
  return found;
}

/** Notes an answer. */
export function answerGraded(facts: Collector, event: Of<'answerGraded'>, seq: number): void {
  const part = partOf(facts, event);
  const { verdict, at } = event;
  const begun = part.openedAt ?? at;
  part.answers.push({
    event: seq,
    id: event.answerId,
    at,
    afterMs: Math.max(0, at - begun - (pausedUntil(facts, at) - part.pausedBefore)),
    outcome: verdict.outcome,
    read: 'read' in verdict ? verdict.read : null,
    given: event.given,
    mistakes: idsMade(verdict).map(([first]) => first),
    tries: event.tries,
    points: event.points,
    bonus: event.bonus.streak + event.bonus.speed,
  });
}

/** Notes a hint. */
export function hintTaken(facts: Collector, event: Of<'hintTaken'>, seq: number): void {
  partOf(facts, event).hint = seq;
}

/** Notes the end of a round, with its bets. */
export function roundRevealed(facts: Collector, event: Of<'roundRevealed'>, seq: number): void {
  const { round, extras } = facts.runs.get(event.run)!;
  for (const question of [...round.values(), ...extras.values()]) question.isOver = true;
  for (const { player, won, points } of event.bets)
    facts.bets.push({ event: seq, game: facts.game, player, won, points });
}

/** Notes that a round is cancelled, with the extra questions of those who sat in it. */
export function roundSkipped(facts: Collector, event: Of<'roundSkipped'>): void {
  const run = facts.runs.get(event.run)!;
  for (const question of facts.questions) {
    const isOfRound =
      question.run === event.run && question.round === event.round && question.game === facts.game;
    if (isOfRound && (question.occasion !== 'extra' || run.round.has(question.player)))
      question.isCancelled = true;
  }
}
