import type { Event } from '../referee/event.ts';
import type { Sliced } from '../slices.ts';
import {
  answerGraded,
  extraQuestionAsked,
  hintTaken,
  roundOpened,
  roundRevealed,
  roundSkipped,
  turnsMoved,
} from './collectRounds.ts';
import { type Collector, newCollector, type OpenPart, type OpenQuestion } from './collector.ts';
import type { PartFact, QuestionFact, SessionFacts } from './facts.ts';

/** Events read between two stops. */
const EVENTS_A_SLICE = 200;

type Of<Type> = Extract<Event, { type: Type }>;

/**
 * Facts of a session's log, which may still grow.
 *
 * @param log  events in order, as `readLog` gives them
 * @throws {RangeError} the log is empty, or an event does not fit those before it
 */
export function* sessionFacts(log: readonly Event[]): Sliced<SessionFacts> {
  const [created] = log;
  if (created?.type !== 'sessionCreated') throw new RangeError('a session begins with sessionCreated');
  const facts = newCollector(created.network);
  const rules = new Map<string, Rules>();
  for (const [seq, event] of log.entries()) {
    collect(facts, rules, event, seq);
    if (seq % EVENTS_A_SLICE === 0) yield;
  }
  return {
    session: created.id,
    createdAt: created.at,
    lastAt: log.at(-1)!.at,
    status: facts.status,
    games: facts.game,
    players: [...facts.players.values()],
    questions: facts.questions.map(questionFact),
    bets: facts.bets,
    losses: facts.losses,
    results: facts.results,
  };
}

function questionFact({ lane: _lane, layer: _layer, parts, ...question }: OpenQuestion): QuestionFact {
  return { ...question, parts: parts.map(partFact) };
}

function partFact({ pausedBefore: _paused, phase: _phase, ...part }: OpenPart): PartFact {
  return part;
}

/** Phase of a run's round, and whether layers take turns in it. */
interface Rules {
  readonly phase: 'forward' | 'backward';
  readonly isRelay: boolean;
}

function collect(facts: Collector, rules: Map<string, Rules>, event: Event, seq: number): void {
  switch (event.type) {
    case 'roundOpened':
      rules.set(event.run, { phase: event.phase, isRelay: event.rules.style === 'relay' });
      return roundOpened(facts, event, seq);
    case 'backwardOpened':
    case 'layerClosed': {
      const { phase, isRelay } = rules.get(event.run)!;
      const now = event.type === 'backwardOpened' ? 'backward' : phase;
      rules.set(event.run, { phase: now, isRelay });
      return turnsMoved(facts, event, now, isRelay);
    }
    case 'answerGraded':
      return answerGraded(facts, event, seq);
    case 'hintTaken':
      return hintTaken(facts, event, seq);
    case 'extraQuestionAsked':
      return extraQuestionAsked(facts, event, seq);
    case 'roundRevealed':
      return roundRevealed(facts, event, seq);
    case 'roundSkipped':
      return roundSkipped(facts, event);
    default:
      return collectSession(facts, event, seq);
  }
}

/** Notes an event of the session, its runs and their networks. */
function collectSession(facts: Collector, event: Event, seq: number): void {
  switch (event.type) {
    case 'sessionStarted':
      facts.status = 'running';
      for (const run of event.runs) {
        openRun(facts, run.kind, run.run, event.loss, seq);
        for (const player of run.kind === 'team' ? run.players : []) moveTo(facts, player, run.run);
      }
      return;
    case 'runOpened':
      return openRun(facts, event.kind, event.run, event.loss, seq);
    case 'warmUpOpened':
      facts.runs.set(event.run, {
        kind: 'warmUp',
        network: event.network,
        round: new Map(),
        extras: new Map(),
      });
      return;
    case 'weightsUpdated':
      return lossNoted(facts, event, { round: event.round, steps: 0 }, seq);
    case 'machineTrained':
      return lossNoted(facts, event, { round: null, steps: event.steps }, seq);
    case 'sessionPaused':
      facts.pausedAt = event.at;
      return;
    case 'sessionResumed':
      resume(facts, event.at);
      return;
    case 'sessionEnded':
      return sessionEnded(facts, event, seq);
    case 'sessionBeganAgain':
      return beginAgain(facts, event);
    default:
      return collectAround(facts, event);
  }
}

/** Notes an event of an activity or of a player. */
function collectAround(facts: Collector, event: Event): void {
  switch (event.type) {
    case 'activityOpened':
      facts.activity = event.activity;
      if (event.activity.type === 'exitTicket') facts.tickets++;
      return;
    case 'activityDismissed':
      facts.activity = null;
      return;
    default:
      return collectPlayer(facts, event);
  }
}

/** Notes an event of a player. */
function collectPlayer(facts: Collector, event: Event): void {
  switch (event.type) {
    case 'playerJoined':
      facts.players.set(event.player, {
        id: event.player,
        arrival: facts.players.size,
        team: null,
        isRemoved: false,
      });
      return moveTo(facts, event.player, event.run);
    case 'playerMoved':
      return moveTo(facts, event.player, event.run);
    case 'playerRemoved':
      facts.players.get(event.player)!.isRemoved = true;
      return;
    default:
  }
}

/** Notes the team of a player; an own run is none. */
function moveTo(facts: Collector, player: string, run: string | null): void {
  const isTeam = run !== null && facts.runs.get(run)?.kind === 'team';
  facts.players.get(player)!.team = isTeam ? run : null;
}

function openRun(facts: Collector, kind: 'team' | 'own', run: string, loss: number, seq: number): void {
  const ticket = kind === 'own' && facts.activity?.type === 'exitTicket' ? facts.activity : null;
  facts.runs.set(run, {
    kind: ticket ? 'exitTicket' : kind,
    network: ticket?.network ?? facts.network,
    round: new Map(),
    extras: new Map(),
  });
  lossNoted(facts, { run, loss }, { round: null, steps: 0 }, seq);
}

/** Notes the loss of a team's network; those of own runs are left out. */
function lossNoted(
  facts: Collector,
  { run, loss }: { readonly run: string; readonly loss: number },
  moved: { readonly round: number | null; readonly steps: number },
  event: number,
): void {
  if (facts.runs.get(run)?.kind === 'team')
    facts.losses.push({ event, game: facts.game, run, ...moved, loss });
}

function resume(facts: Collector, at: number): void {
  if (facts.pausedAt !== null) facts.pausedMs += at - facts.pausedAt;
  facts.pausedAt = null;
}

function sessionEnded(facts: Collector, event: Of<'sessionEnded'>, seq: number): void {
  resume(facts, event.at);
  facts.status = 'ended';
  facts.activity = null;
  for (const question of facts.questions) question.isOver = true;
  facts.results.push({ event: seq, game: facts.game, teams: event.results.teams });
}

function beginAgain(facts: Collector, { keepsTeams }: Of<'sessionBeganAgain'>): void {
  facts.game++;
  facts.status = keepsTeams ? 'running' : 'lobby';
  facts.activity = null;
  if (keepsTeams) return;
  facts.runs.clear();
  for (const player of facts.players.values()) player.team = null;
}
