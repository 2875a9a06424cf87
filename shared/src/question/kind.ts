import type { Network } from '../maths/network.ts';
import type { EdgeRef, UnitRef } from '../maths/unit.ts';
import type { GradedPart } from './gradedPart.ts';
import type { ReceiptWriter } from '../receipt/receiptWriter.ts';
import type { Part, PartKind, Truth } from './part.ts';
import type { PlaceId } from './places/placeId.ts';
import type { HelpLevel, Question, QuestionKind } from './question.ts';
import type { Situation } from './situation.ts';

/** Subject of a question: one weight or bias of a unit, or the unit itself (`edge` null). */
export interface Subject {
  readonly unit: UnitRef;
  readonly edge: EdgeRef | null;
}

/** Inputs of building a question besides its subject. */
export interface BuildOptions {
  /** Index into the network's data. */
  readonly sample: number;
  readonly help: HelpLevel;
  /** Relay mode: a unit answers for its own places before its error arrives; absent: everything is asked at once. */
  readonly isRelay?: boolean;
  /** Draws a seeded number in [0, 1) for a key. */
  readonly draw: (key: string) => number;
}

/** Units that are asked in a round: all at once, one layer after the other, or the outputs only. */
export type SeatScope = 'all' | 'layerByLayer' | 'outputs';

/**
 * Direction in which a question's values flow: from the inputs on (`forward`), within one unit (`local`: its slope, its
 * error), or from the loss back (`backward`), so that error signals belong to its reveal.
 */
type Way = 'forward' | 'local' | 'backward';

/** A question kind. A new kind is a module of this shape in `kinds/`, its name in `kinds.ts` and its strings. */
export interface QuestionModule {
  readonly kind: QuestionKind;
  readonly seatScope: SeatScope;
  readonly way: Way;
  /** Part kinds that a question of this kind can have. */
  readonly partKinds: readonly PartKind[];
  /** The player's help level changes which parts are asked. */
  readonly isHelped?: true;
  /** Names and numbers of the network are hidden until the reveal. */
  readonly isBare?: true;
  /** Gradients, or numbers derived from them, are shown before the reveal on purpose. */
  readonly showsGradients?: true;
  /** First layer with a part in the question; absent: the layer of its unit. */
  readonly firstLayer?: number;
  /** Subjects that can be asked of a unit; empty where this kind has no question for the unit. */
  readonly subjects: (network: Network, unit: UnitRef) => readonly Subject[];
  readonly build: (situation: Situation, subject: Subject, choice: BuildOptions) => Question;
  readonly truth: (situation: Situation, question: Question) => Truth;
  /** Parts by which the quality of a question is measured, asked or not. */
  readonly judgedBy: (question: Question) => readonly Part[];
  /**
   * Builds the part with all that its grading and its diagnosis need.
   *
   * @throws {RangeError} a question of this kind has no such part
   */
  readonly part: (situation: Situation, question: Question, part: Part) => GradedPart;
  /** Finds the places to look at for a part: operands of its value, never a value; absent: there are no hints. */
  readonly hint?: (network: Network, question: Question, part: Part) => readonly PlaceId[] | undefined;
  /** Writes the right working of a question, and enters in `writer.right` the cell of the answer to each part. */
  readonly writeReceipt: (writer: ReceiptWriter, question: Question) => void;
}

export function noSuchPart(kind: QuestionKind, part: Part): RangeError {
  return new RangeError(`a question of the kind ${kind} has no part ${part}`);
}
