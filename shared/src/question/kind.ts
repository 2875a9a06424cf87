import type { Network } from '../maths/network.ts';
import type { EdgeRef, UnitRef } from '../maths/unit.ts';
import type { GradedPart } from './gradedPart.ts';
import type { HelpLevel, Part, Question, QuestionKind, Truth } from './question.ts';
import type { Situation } from './situation.ts';

/** What can be asked about: one weight or bias of a unit, or the unit itself (`edge` null). */
export interface Subject {
  readonly unit: UnitRef;
  readonly edge: EdgeRef | null;
}

/** What building a question depends on besides its subject. */
export interface Choice {
  /** Index into the network's data. */
  readonly sample: number;
  readonly help: HelpLevel;
  /** Whether a unit prepares what it knows alone before its error arrives; absent: everything is asked at once. */
  readonly isRelay?: boolean;
  /** A seeded number in [0, 1) for a key. */
  readonly draw: (key: string) => number;
}

/** Which units a kind of question is put to in a round: all of them, one layer after the other, or the outputs. */
export type Reach = 'all' | 'layerByLayer' | 'outputs';

/** One kind of question. A new kind is a new module of this shape, its name and its strings. */
export interface QuestionModule {
  readonly kind: QuestionKind;
  readonly reach: Reach;
  /** What can be asked of a unit; empty where this kind has no question for it. */
  readonly subjects: (network: Network, unit: UnitRef) => readonly Subject[];
  readonly build: (situation: Situation, subject: Subject, choice: Choice) => Question;
  readonly truth: (situation: Situation, question: Question) => Truth;
  /** The parts by which it is judged how good a question this is, asked for or not. */
  readonly judgedBy: (question: Question) => readonly Part[];
  /**
   * How a part is graded and its mistakes are explained.
   *
   * @throws {RangeError} a question of this kind has no such part
   */
  readonly part: (situation: Situation, question: Question, part: Part) => GradedPart;
}

export function noSuchPart(kind: QuestionKind, part: Part): RangeError {
  return new RangeError(`a question of the kind ${kind} has no part ${part}`);
}
