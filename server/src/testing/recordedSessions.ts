import { catchUpOf } from '@relay/shared/lesson/catchUp';
import { RELAY_TIMES, type SessionKind, settingsFor } from '@relay/shared/lesson/settings';
import type { Activity } from '@relay/shared/referee/activities/activity';
import type { Event } from '@relay/shared/referee/event';
import type { Settings } from '@relay/shared/referee/session/settings';
import { World } from '@relay/shared/simulation/world';
import { botsAt, rehearse, rehearseLesson } from '@relay/shared/testing/rehearse';
import { TestTable } from '@relay/shared/testing/table';

/** Sessions of every kind, played from fixed seeds, whose logs are stored as fixtures of an event version. */

function joined(preset: string, settings: Settings, players: number, seed: number): TestTable {
  const table = TestTable.open(preset, settings, seed);
  for (let i = 1; i <= players; i++) table.room({ type: 'joinPlayer', player: `p${i}` });
  return table;
}

function started(
  preset: string,
  kind: SessionKind,
  players: number,
  chosen: Partial<Settings> = {},
): TestTable {
  const table = joined(preset, settingsFor(kind, chosen), players, 7);
  table.host({ type: 'start' });
  return table;
}

/** Lets bots answer for `ms` milliseconds. */
function playFor(table: TestTable, ms: number): void {
  const until = table.at + ms;
  rehearse(table, botsAt(table), () => table.at >= until);
}

/** Plays one round of a hosted session: the bots answer, then reveal, update and the next round. */
function playRound(table: TestTable): void {
  playFor(table, 90_000);
  table.next(3);
}

/** Session in which the host uses every command on people, clock and rules. */
function hosted(): TestTable {
  const table = started('mazur', 'hosted', 4);
  playRound(table);
  table.host({ type: 'addTime', ms: 30_000 });
  table.host({ type: 'pause' });
  table.at += 20_000;
  table.host({ type: 'resume' });
  table.host({ type: 'changeRules', changes: { asks: 'valve', seat: 'hidden', hiddenMs: 60_000 } });
  table.host({ type: 'changeDisplay', display: { ranks: false } });
  table.host({ type: 'renamePlayer', player: 'p2', name: 'Ann' });
  table.host({ type: 'movePlayer', player: 'p3', run: null, unit: null });
  table.host({ type: 'giveTime', player: 'p1', factor: 1.5 });
  playRound(table);
  table.host({ type: 'lock', locked: true });
  table.host({ type: 'skip' });
  table.host({ type: 'removePlayer', player: 'p4', banned: true });
  table.host({ type: 'trainMachine', steps: 5 });
  table.room({ type: 'playerLeft', player: 'p2' });
  table.at += 5_000;
  table.room({ type: 'reopen', awayMs: 5_000 });
  table.room({ type: 'playerReturned', player: 'p2' });
  playRound(table);
  table.host({ type: 'end' });
  return table;
}

/** Session that begins again, first with its weights, then from the start. */
function playedAgain(): TestTable {
  const table = started('swap', 'hosted', 3);
  playRound(table);
  table.host({ type: 'end' });
  table.host({ type: 'continueLesson', changes: { asks: 'update' } });
  playRound(table);
  table.host({ type: 'end' });
  table.host({ type: 'playAgain' });
  table.host({ type: 'start' });
  playFor(table, 10_000);
  return table;
}

/** Session with layers answering in order, both ways, in several lanes and teams; stops in mid-round. */
function relay(): TestTable {
  const table = started('swap', 'hosted', 8, {
    ...RELAY_TIMES,
    style: 'relay',
    asksFor: 'both',
    weights: 'earned',
    teams: 2,
  });
  playFor(table, 120_000);
  table.next();
  table.player('p1', { type: 'placeBet', run: 'A', round: 1, up: true });
  for (const player of ['p1', 'p2', 'p3']) {
    const { run } = table.session.players[player]!;
    table.player(player, { type: 'askExtraQuestion', run: run!, round: 1 });
  }
  playRound(table);
  playFor(table, 120_000);
  table.next();
  playFor(table, 5_000);
  return table;
}

function competition(): TestTable {
  const table = started('xor', 'tenMinutes', 5, { rounds: 2 });
  rehearse(table, botsAt(table), ({ status }) => status === 'ended', 3_600_000);
  return table;
}

const shortLesson = (): Settings => {
  const settings = settingsFor('lesson', { weights: 'earned' });
  const plan = settings.plan!.map((step) => (step.type === 'machine' ? { ...step, steps: 20 } : step));
  return { ...settings, plan: plan.filter(({ id }) => id !== 'relay3' && id !== 'relay4') };
};

/** The 50-minute lesson with a late player and an exit ticket that goes on after the end. */
function lesson(): TestTable {
  const table = joined('swap', shortLesson(), 3, 11);
  table.host({ type: 'giveTime', player: 'p1', factor: 10 });
  table.host({ type: 'start' });
  rehearseLesson(table, botsAt(table).slice(1), 30_000);
  const own = Object.values(table.session.runs).find(({ finishing }) => finishing['p1']);
  if (!own) throw new Error('nobody has an exit ticket after the end');
  const { question } = own.finishing['p1']!.run.seats.find(({ player }) => player === 'p1')!;
  const part = question!.parts[0]!;
  const answer = { run: own.id, round: own.round, part, raw: '0.5', answerId: 'late-answer' } as const;
  table.player('p1', { type: 'submitAnswer', ...answer });
  return table;
}

/** The same lesson, stopped in the middle of an activity. */
function lessonUntil(type: Activity['type']): TestTable {
  const table = joined('swap', shortLesson(), 3, 12);
  table.host({ type: 'start' });
  for (let i = 0; i < 60 && table.session.activity?.type !== type; i++) {
    playFor(table, 60_000);
    table.next();
  }
  if (!table.session.activity) throw new Error(`the lesson has no ${type}`);
  return table;
}

function lessonInVote(): TestTable {
  const table = lessonUntil('vote');
  table.player('p1', { type: 'castVote', term: 'slope' });
  return table;
}

function lessonInExitTicket(): TestTable {
  const table = lessonUntil('exitTicket');
  playFor(table, 8_000);
  return table;
}

function homework(): TestTable {
  const table = TestTable.open('mazur', settingsFor('homework', { rounds: 3, dueAt: 100_000_000 }), 3);
  table.host({ type: 'start' });
  table.room({ type: 'joinPlayer', player: 'p1' });
  table.room({ type: 'joinPlayer', player: 'p2' });
  table.player('p1', { type: 'takeHint', run: '1', round: 1, part: 'S' });
  for (let i = 0; i < 6; i++) {
    playFor(table, 60_000);
    table.player('p1', { type: 'goOn', run: '1' });
  }
  return table;
}

/** Catch-up session in which an absent player answers the rounds of the lesson. */
function catchUp(): TestTable {
  const table = new TestTable();
  const { file, settings, catchUpRounds } = catchUpOf(lesson().log)!;
  table.room({ type: 'createSession', id: 'c', seed: 5, file, settings, catchUpRounds });
  table.host({ type: 'start' });
  table.room({ type: 'joinPlayer', player: 'p1' });
  for (let i = 0; i < 8; i++) {
    playFor(table, 30_000);
    table.player('p1', { type: 'goOn', run: '1' });
  }
  return table;
}

/** Session whose weights follow the answers, with several samples per round and biases as well as weights. */
function asAnswered(): TestTable {
  const chosen = {
    weights: 'answered',
    asksFor: 'both',
    parameterKinds: 'both',
    order: 'turns',
    samples: 2,
  } as const;
  const table = started('mazur', 'hosted', 4, { ...chosen, speedBonus: true, firstSeat: 'drawn' });
  for (let i = 0; i < 2; i++) {
    playFor(table, 30_000);
    table.next();
    playRound(table);
  }
  return table;
}

/** Session with a player who finishes after the reveal in extra time, and a late player in a warm-up. */
function finishesLater(): TestTable {
  const table = started('mazur', 'hosted', 3);
  table.host({ type: 'giveTime', player: 'p1', factor: 2 });
  table.room({ type: 'joinPlayer', player: 'late' });
  table.player('late', { type: 'askExtraQuestion', run: 'A', round: 1 });
  table.ace('p2');
  table.player('p2', { type: 'askExtraQuestion', run: 'A', round: 1 });
  table.next();
  table.player('p1', { type: 'stopFinishing', run: 'A', round: 1 });
  table.next(2);
  table.ace('p2');
  return table;
}

/** Seeds of simulated sessions that together contain every event type and most commands of hosts and players. */
const WORLDS: readonly number[] = [34, 161, 296, 379, 203, 99, 268, 260, 124, 50, 87, 285, 318, 348, 173];

export const RECORDED_SESSIONS: Readonly<Record<string, () => readonly Event[]>> = {
  hosted: () => hosted().log,
  playedAgain: () => playedAgain().log,
  relay: () => relay().log,
  competition: () => competition().log,
  lesson: () => lesson().log,
  lessonInVote: () => lessonInVote().log,
  lessonInExitTicket: () => lessonInExitTicket().log,
  homework: () => homework().log,
  catchUp: () => catchUp().log,
  asAnswered: () => asAnswered().log,
  finishing: () => finishesLater().log,
  ...Object.fromEntries(WORLDS.map((seed) => [`world${seed}`, () => new World(seed).play().log])),
};
