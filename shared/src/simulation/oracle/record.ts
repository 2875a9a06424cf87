import type { Event } from '../../referee/event.ts';
import { type Book, isLateExitTicket, isOf, type Of, type RunBook, type RunKind, teamsOf } from './book.ts';
import { finished, learn, recordRound, endWarmUps } from './recordRound.ts';

/** Records an event, after the topics have judged it. */
export function record(book: Book, event: Event): void {
  book.at = event.at;
  switch (event.type) {
    case 'sessionStarted':
      book.stage = 'running';
      for (const one of event.runs) {
        book.runs.set(one.run, newRun(book, one.run, one, event.loss));
        const players = one.kind === 'team' ? one.players : [one.owner];
        for (const player of players) book.people.get(player)!.team = one.run;
      }
      return;
    case 'runOpened':
      book.runs.set(event.run, newRun(book, event.run, event, event.loss));
      return;
    case 'warmUpOpened': {
      const { run, player: owner, network, data, loss } = event;
      const round = book.runs.get(run)?.round ?? 0;
      const fresh = newRun(book, run, { kind: 'warmUp', owner }, loss);
      book.runs.set(run, { ...fresh, network, data, reference: network, round });
      return;
    }
    case 'sessionCreated':
    case 'displayChanged':
    case 'playerRenamed':
    case 'voteCast':
    case 'guessMade':
    case 'exampleShown':
      return;
    default:
      recordStage(book, event);
  }
}

type OfStage = Exclude<
  Event,
  {
    type:
      | 'sessionStarted'
      | 'runOpened'
      | 'warmUpOpened'
      | 'sessionCreated'
      | 'displayChanged'
      | 'playerRenamed'
      | 'voteCast'
      | 'guessMade'
      | 'exampleShown';
  }
>;

/** Records an event about the session's stage, its clocks and activities. */
function recordStage(book: Book, event: OfStage): void {
  switch (event.type) {
    case 'rulesChanged':
      book.settings = { ...book.settings, ...event.changes };
      return;
    case 'sessionLocked':
      book.locked = event.locked;
      return;
    case 'sessionPaused':
      book.pausedAt = event.at;
      return;
    case 'sessionResumed':
      book.pausedAt = null;
      moveClocks(book, event);
      return;
    case 'deadlinesMoved':
      moveClocks(book, event);
      return;
    case 'sessionEnded':
      book.stage = 'ended';
      book.pausedAt = null;
      closeSheets(book, event.at);
      book.activity = null;
      endRuns(book, event.at);
      return;
    case 'sessionBeganAgain':
      beginAgain(book, event);
      return;
    default:
      recordActivity(book, event);
  }
}

function endRuns(book: Book, at: number): void {
  for (const run of book.runs.values()) {
    if (!isLateExitTicket(run, at)) run.finishing.clear();
    if (run.now?.state === 'open' || run.now?.state === 'revealed') run.now.state = 'brokenOff';
    if (run.kind === 'warmUp') book.runs.delete(run.id);
  }
}

/** Records an event of an activity. */
function recordActivity(
  book: Book,
  event: InRun | Of<'stepBegun' | `activity${'Opened' | 'Closed' | 'Dismissed'}`>,
): void {
  switch (event.type) {
    case 'stepBegun':
      book.step = event.step;
      return;
    case 'activityOpened':
      if (event.activity.type === 'exitTicket') dropSheets(book, () => true);
      book.activity = { opened: event.activity, deadlineAt: event.activity.deadlineAt, closed: false };
      return;
    case 'activityClosed':
      endWarmUps(book);
      if (book.activity) Object.assign(book.activity, { closed: true, deadlineAt: event.phaseEndsAt });
      return;
    case 'activityDismissed':
      endWarmUps(book);
      closeSheets(book, event.at);
      book.activity = null;
      return;
    default:
      recordInRun(book, event);
  }
}

function newRun(book: Book, id: string, what: RunKind & { readonly cursor?: number }, loss: number): RunBook {
  const sheet =
    what.kind === 'own' && book.activity?.opened.type === 'exitTicket' ? book.activity.opened : null;
  const { network, data } = sheet ?? book.session;
  const rounds = teamsOf(book).map((run) => run.round);
  const round = what.kind === 'team' ? Math.max(0, ...rounds) : 0;
  return {
    ...(what.kind === 'team' ? { kind: what.kind } : { kind: what.kind, owner: what.owner }),
    id,
    data,
    network,
    reference: network,
    cursor: what.cursor ?? 0,
    round,
    losses: [loss],
    referenceLoss: loss,
    updates: 0,
    now: null,
    ended: false,
    finishing: new Map(),
  };
}

function moveClocks(book: Book, event: Of<'sessionResumed'> | Of<'deadlinesMoved'>): void {
  for (const run of book.runs.values()) {
    const { now } = run;
    if (now) {
      now.deadlines = event.deadlines[run.id] ?? now.deadlines;
      now.ways = event.lanes[run.id] ?? now.ways;
    }
    for (const [player, own] of run.finishing)
      own.deadlineAt = event.finishing[run.id]?.[player] ?? own.deadlineAt;
  }
  if (book.activity) book.activity.deadlineAt = event.activity;
}

function beginAgain(book: Book, { keepsTeams, settings, seed }: Of<'sessionBeganAgain'>): void {
  book.session = { ...book.session, seed };
  book.settings = settings;
  book.stage = keepsTeams ? 'running' : 'lobby';
  book.step = -1;
  if (!keepsTeams) book.runs = new Map();
  dropSheets(book, () => true);
  for (const person of book.people.values()) {
    Object.assign(person, { streak: 0, score: 0, rounds: [] });
    if (!keepsTeams) person.team = null;
  }
}

type InRun = Exclude<
  Event,
  {
    type:
      | `session${string}`
      | `activity${string}`
      | 'runOpened'
      | 'warmUpOpened'
      | 'rulesChanged'
      | 'displayChanged'
      | 'deadlinesMoved'
      | 'stepBegun'
      | 'playerRenamed'
      | 'voteCast'
      | 'guessMade'
      | 'exampleShown';
  }
>;

function recordInRun(book: Book, event: InRun): void {
  switch (event.type) {
    case 'playerJoined': {
      const { player: id, run: team } = event;
      const person = {
        id,
        arrival: book.people.size,
        team,
        leftAt: null,
        gone: false,
        factor: 1,
        streak: 0,
        score: 0,
      };
      book.people.set(id, { ...person, rounds: [] });
      return;
    }
    case 'playerLeft':
      book.people.get(event.player)!.leftAt = event.at;
      return;
    case 'playerReturned':
      book.people.get(event.player)!.leftAt = null;
      return;
    case 'playerMoved':
      book.people.get(event.player)!.team = event.run;
      // The player's exit ticket belongs to no other: it is removed too.
      for (const run of book.runs.values())
        if (run.kind === 'team' && run.id !== event.run) finished(book, run, event.player);
      return;
    case 'timeGiven':
      book.people.get(event.player)!.factor = event.factor;
      return;
    case 'playerRemoved':
      removed(book, event.player);
      return;
    case 'machineTrained': {
      const run = book.runs.get(event.run)!;
      learn(run, event);
      if (event.unrounded) {
        run.network = { ...run.network, snap: null };
        run.reference = { ...run.reference, snap: null };
      }
      run.cursor = event.cursor;
      return;
    }
    case 'runEnded':
      book.runs.get(event.run)!.ended = true;
      return;
    default:
      recordRound(book, event);
  }
}

function removed(book: Book, player: string): void {
  book.people.get(player)!.gone = true;
  for (const run of [...book.runs.values()]) {
    run.now?.seats.delete(player);
    run.finishing.delete(player);
    if (isOf(run, player)) book.runs.delete(run.id);
  }
}

/** Closes the runs of an exit ticket, except those of players with more time; at the end, all runs. */
function closeSheets(book: Book, at: number): void {
  const isOn = book.activity?.opened.type === 'exitTicket';
  if (isOn || book.stage === 'ended') dropSheets(book, (run) => !isLateExitTicket(run, at));
}

function dropSheets({ runs, settings }: Book, isOver: (run: RunBook) => boolean): void {
  if (settings.pacing === 'self') return;
  for (const run of [...runs.values()]) if (run.kind === 'own' && isOver(run)) runs.delete(run.id);
}
