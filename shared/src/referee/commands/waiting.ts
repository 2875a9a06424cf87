import { outputLayer } from '../../maths/network.ts';
import { allUnits } from '../../maths/unit.ts';
import { hintFor } from '../../question/hint.ts';
import type { Subject } from '../../question/kind.ts';
import { moduleOf } from '../../question/kinds.ts';
import { pickQuestion, subjectName, subjectsAt } from '../../question/pick.ts';
import { drawFor } from '../askQuestions.ts';
import { isByLayer, publicDeadlineOf } from '../clock.ts';
import type { PlayerCommand } from '../command.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { answeringOf } from '../finishing.ts';
import { laneOn } from '../openRound.ts';
import { askedOf, bonusOf, isDone, isSettled, seatOf } from '../progress.ts';
import type { Bonus, Run, Seat } from '../run.ts';
import { situationOn } from '../situationIn.ts';
import type { PlayerId, Session } from '../state.ts';

type Of<Type> = Extract<PlayerCommand, { type: Type }>;

/** What a player can do in a round besides answering: take a hint, bet, ask for a further ◆, stop finishing. */

export function takeHint(session: Session, player: PlayerId, command: Of<'takeHint'>, at: number): Decision {
  const { run: id, round, part } = command;
  const present = session.runs[id];
  if (!present) return reject('unknownRun');
  const { run, seat, answers } = answeringOf(present, player, round);
  if (run.round !== round || (run.phase.name !== 'forward' && run.phase.name !== 'backward'))
    return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  const asked = seat && askedOf(run, seat);
  if (!asked) return reject('noQuestion');
  if (!asked.question.parts.includes(part)) return reject('partNotAsked');
  if (answers?.hints.includes(part)) return accept();
  if (isSettled(answers?.parts[part])) return reject('partDone');
  if (!hintFor(run.network, asked.question, part)) return reject('noHint');
  return accept({ type: 'hintTaken', at, run: id, round, player, part });
}

/** Whether the parcel that a seat needs is still on its way. */
export function isWaitingForParcel(run: Run, seat: Seat): boolean {
  return (
    run.phase.name === 'backward' &&
    isByLayer(run) &&
    publicDeadlineOf(run, seat) === Number.POSITIVE_INFINITY
  );
}

export function placeBet(session: Session, player: PlayerId, command: Of<'placeBet'>, at: number): Decision {
  const { run: id, round, up } = command;
  const run = session.runs[id];
  if (!run) return reject('unknownRun');
  if (run.round !== round) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  const seat = seatOf(run, player);
  if (!seat?.question?.edge) return reject('noQuestion');
  if (run.bets[player]) return run.bets[player].up === up ? accept() : reject('partDone');
  if (!isWaitingForParcel(run, seat)) return reject('wrongPhase');
  return accept({ type: 'betPlaced', at, run: id, round, player, up });
}

/** Whether a player has nothing else to do: its parcel is on its way, or it is done and the others are not. */
export function mayAskBonus(run: Run, player: PlayerId): boolean {
  const seat = seatOf(run, player);
  if (!seat || run.phase.name !== 'backward' || !askedOf(run, seat)) return false;
  const bonus = bonusOf(run, player);
  const isBusy = bonus !== undefined && !isSettled(bonus.answer ?? undefined);
  return !isBusy && (isWaitingForParcel(run, seat) || isDone(run, seat));
}

export function askBonus(session: Session, player: PlayerId, command: Of<'askBonus'>, at: number): Decision {
  const run = session.runs[command.run];
  if (!run) return reject('unknownRun');
  if (run.round !== command.round) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  if (!mayAskBonus(run, player)) return reject('wrongPhase');
  const bonus = findBonus(session, run, seatOf(run, player)!);
  if (!bonus) return reject('noQuestion');
  return accept({ type: 'bonusAsked', at, run: run.id, round: run.round, player, bonus });
}

/** So many ◆ are looked at for one bonus; looking at each of a large network would take a while. */
const BONUS_CANDIDATES = 6;

/** A ◆ that nobody of the team has been asked about this sample in this round; the round's own samples come first. */
function findBonus(session: Session, run: Run, seat: Seat): Bonus | undefined {
  const { id, owner, network, data, rules, round } = run;
  const number = (bonusOf(run, seat.player!)?.number ?? 0) + 1;
  const taken = new Set<string>();
  const nameOf = (sample: number, subject: Subject): string => `${sample}/${subjectName(network, subject)}`;
  for (const { question } of [...run.seats, ...Object.values(run.bonuses).flat()]) {
    if (question) taken.add(nameOf(question.sample, question));
  }
  const before = run.lastUpdate?.gradients ?? null;
  const of = { run: id, owner, network, data, rules, round, before };
  const draw = drawFor(session, of, `bonus/${seat.player}/${number}`);
  const inRound = [...new Set(run.lanes.map(({ sample }) => sample))];
  const samples = [...inRound, ...data.keys()].filter((sample, i, all) => all.indexOf(sample) === i);
  // Who waits for its own parcel is better asked where none is needed.
  const outputsFirst = isWaitingForParcel(run, seat);
  const units = allUnits(network).toSorted((a, b) =>
    outputsFirst ? Number(b.layer === outputLayer(network)) - Number(a.layer === outputLayer(network)) : 0,
  );
  for (const sample of samples) {
    const subjects = units
      .flatMap((unit) => subjectsAt('contribution', network, unit, 'both'))
      .filter((subject) => !taken.has(nameOf(sample, subject)));
    if (subjects.length === 0) continue;
    const known = run.lanes.find((lane) => lane.sample === sample);
    const { pass, truth } = known ?? laneOn(network, data, sample);
    const lane = { sample, pass, truth };
    const situation = situationOn(run, lane);
    const nearest = outputsFirst ? subjects.slice(0, BONUS_CANDIDATES) : spread(subjects, draw('start'));
    const choice = { sample, help: 'blank', isRelay: false, draw } as const;
    const question = pickQuestion('contribution', situation, nearest, choice, draw);
    if (!question) continue;
    return {
      number,
      lane,
      question,
      truth: moduleOf('contribution').truth(situation, question),
      answer: null,
    };
  }
  return undefined;
}

/** Some of a list, beginning anywhere. */
function spread<T>(list: readonly T[], from: number): T[] {
  const start = Math.floor(from * list.length);
  return [...list.slice(start), ...list.slice(0, start)].slice(0, BONUS_CANDIDATES);
}

export function stopFinishing(
  session: Session,
  player: PlayerId,
  { run: id, round }: Of<'stopFinishing'>,
  at: number,
): Decision {
  const run = session.runs[id];
  if (!run) return reject('unknownRun');
  if (run.finishing[player]?.run.round !== round) return accept();
  return accept({ type: 'finishingStopped', at, run: id, round, player });
}
