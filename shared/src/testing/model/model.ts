import type { Part } from '../../question/question.ts';
import type { TestTable } from '../table.ts';

/**
 * A model of the rules for players that fits on a page, compared with the referee: after any commands in any order both
 * must answer the next one alike, and have given the same points. One team on Mazur's 2-2-2, led by hand, all layers at
 * once.
 */

/** Number of seats: two ◆ at each of four units, for the one sample. */
export const SEATS = 8;
const MS = { output: 90_000, hidden: 120_000 };
export const PARTS: readonly Part[] = ['places', 'S', 'delta', 'G', 'e:y1'];
const WORTH: Partial<Record<Part, number>> = { places: 40, S: 20, delta: 20, G: 20 };
export const TRIES = [1, 0.6, 0.3, 0.1, 0.1];

/** Answers to a part so far. */
interface Given {
  readonly tries: number;
  readonly right: boolean;
  /** Wrong values so far, each once, in whatever spelling. */
  readonly wrong: ReadonlySet<number>;
}

export interface SeatModel {
  readonly parts: readonly Part[];
  readonly given: Map<Part, Given>;
  readonly hints: Set<Part>;
  deadlineAt: number;
}

export interface Model {
  stage: 'lobby' | 'running' | 'ended';
  phase: 'answering' | 'reveal' | 'update';
  locked: boolean;
  pausedAt: number | null;
  at: number;
  /** Tells of each player whether still in the session. */
  readonly people: Map<string, boolean>;
  seats: Map<string, SeatModel>;
  readonly points: Map<string, number>;
}

/** Copies the seats that the referee has drawn into the model; nothing that follows from them is copied. */
export function look(model: Model, { session }: TestTable): void {
  model.phase = 'answering';
  model.seats = new Map();
  for (const { player, question, unit } of session.runs['A']!.seats) {
    if (player === null || !question) continue;
    const deadlineAt = model.at + (unit.layer === 2 ? MS.output : MS.hidden);
    model.seats.set(player, { parts: question.parts, given: new Map(), hints: new Set(), deadlineAt });
  }
}

export function worth(
  part: Part,
  parts: readonly Part[],
  given: SeatModel['given'],
  hints: SeatModel['hints'],
): number {
  const { right, tries } = given.get(part)!;
  const whole = parts.reduce((sum, one) => sum + WORTH[one]!, 0);
  return right ? ((100 * WORTH[part]!) / whole) * TRIES[tries - 1]! * (hints.has(part) ? 0.5 : 1) : 0;
}

/** Reason for which no answer to a part is accepted; undefined where one is. */
export function refusal(model: Model, id: string, part: Part): string | undefined {
  if (model.stage === 'ended') return 'sessionEnded';
  if (model.people.get(id) !== true) return 'unknownPlayer';
  if (model.stage === 'lobby') return 'unknownRun';
  if (model.phase !== 'answering') return 'wrongPhase';
  if (model.pausedAt !== null) return 'paused';
  const seat = model.seats.get(id);
  if (!seat) return 'noQuestion';
  return seat.parts.includes(part) ? undefined : 'partNotAsked';
}
