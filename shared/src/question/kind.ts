import type { Network } from '../maths/network.ts';
import type { EdgeRef, UnitRef } from '../maths/unit.ts';
import type { GradedPart } from './gradedPart.ts';
import type { ReceiptWriter } from '../receipt/receiptWriter.ts';
import type { Part, PartKind, Truth } from './part.ts';
import type { PlaceId } from './places/placeId.ts';
import type { HelpLevel, Question, QuestionKind } from './question.ts';
import type { Situation } from './situation.ts';

/** What can be asked about: one weight or bias of a unit, or the unit itself (`edge` null). */
export interface Subject {
  readonly unit: UnitRef;
  readonly edge: EdgeRef | null;
}

/** What building a question depends on besides its subject. */
export interface BuildOptions {
  /** Index into the network's data. */
  readonly sample: number;
  readonly help: HelpLevel;
  /** Whether a unit prepares what it knows alone before its error arrives; absent: everything is asked at once. */
  readonly isRelay?: boolean;
  /** A seeded number in [0, 1) for a key. */
  readonly draw: (key: string) => number;
}

/** Which units a kind of question is put to in a round: all of them, one layer after the other, or the outputs. */
export type SeatScope = 'all' | 'layerByLayer' | 'outputs';

/**
 * The way through the network that a question is about: from the inputs on (`forward`), what one unit has by itself
 * (`local`: its valve, its error), or what is handed back (`backward`), so that parcels belong to its reveal.
 */
type Way = 'forward' | 'local' | 'backward';

/** One kind of question. A new kind is a module of this shape in `kinds/`, its name in `kinds.ts` and its strings. */
export interface QuestionModule {
  readonly kind: QuestionKind;
  readonly seatScope: SeatScope;
  readonly way: Way;
  /** Every kind of part that a question of this kind can have. */
  readonly partKinds: readonly PartKind[];
  /** Whether a question has more or fewer parts the more or less help its player has. */
  readonly isHelped?: true;
  /** Whether the network is shown without names and numbers until the reveal. */
  readonly isBare?: true;
  /** Whether gradients, or numbers made of them, are shown before the reveal on purpose. */
  readonly showsGradients?: true;
  /** The first layer of which a question asks something; absent: the layer of its unit. */
  readonly firstLayer?: number;
  /** The subjects that can be asked of a unit; empty where this kind has no question for the unit. */
  readonly subjects: (network: Network, unit: UnitRef) => readonly Subject[];
  readonly build: (situation: Situation, subject: Subject, choice: BuildOptions) => Question;
  readonly truth: (situation: Situation, question: Question) => Truth;
  /** The parts by which it is judged how good a question this is, asked for or not. */
  readonly judgedBy: (question: Question) => readonly Part[];
  /**
   * How a part is graded and its mistakes are explained.
   *
   * @throws {RangeError} a question of this kind has no such part
   */
  readonly part: (situation: Situation, question: Question, part: Part) => GradedPart;
  /** Where to look for a part: places that its value is made of, never a value; absent: there are no hints. */
  readonly hint?: (network: Network, question: Question, part: Part) => readonly PlaceId[] | undefined;
  /** Writes the right working of a question, and enters in `pen.right` where the answer to each part stands. */
  readonly writeReceipt: (pen: ReceiptWriter, question: Question) => void;
}

export function noSuchPart(kind: QuestionKind, part: Part): RangeError {
  return new RangeError(`a question of the kind ${kind} has no part ${part}`);
}
