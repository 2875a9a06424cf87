import type { Language } from '../strings/languages.ts';
import { questionModule } from '../question/kinds.ts';
import type { Part, Question, Truth } from '../question/question.ts';
import type { Situation } from '../question/situation.ts';
import { fill } from '../strings/fill.ts';
import { RECEIPT_WORDS } from '../strings/receipt.ts';
import type { ReceiptWriter } from './receiptWriter.ts';
import { type CellRef, Spreadsheet } from './spreadsheet.ts';

/** Right working of a question. */
export interface Receipt {
  readonly spreadsheet: Spreadsheet;
  /** Cell of the right answer to each part; parts that are no numbers have none. */
  readonly right: ReadonlyMap<Part, CellRef>;
}

/** A number that a player gave for a part. */
export interface GivenAnswer {
  readonly part: Part;
  /** Name of the part in the language of the receipt. */
  readonly name: string;
  readonly value: number;
}

/** Writes a player's numbers below the right working, with their differences from the right ones. */
function writeAnswers(
  { spreadsheet, words, right }: ReceiptWriter,
  answers: readonly GivenAnswer[],
  truth: Truth,
): void {
  for (const { part, name, value } of answers) {
    const cell = right.get(part);
    const answer = truth[part];
    if (!cell || typeof answer !== 'number') continue;
    const yours = spreadsheet.given(fill(words.yours, { part: name }), value);
    spreadsheet.made(fill(words.off, { part: name }), `${yours}-${cell}`, value - answer);
  }
}

/**
 * Right working of a question, term by term, as a spreadsheet that computes it. To be shown from the reveal on.
 *
 * @param situation  situation that the question was asked about
 * @param answers    numbers that the player gave for its parts
 */
export function receiptOf(
  situation: Situation,
  question: Question,
  answers: readonly GivenAnswer[],
  language: Language,
): Receipt {
  const words = RECEIPT_WORDS[language];
  const writer: ReceiptWriter = { spreadsheet: new Spreadsheet(), right: new Map(), situation, words };
  const { writeReceipt, truth } = questionModule(question.kind);
  writeReceipt(writer, question);
  writeAnswers(writer, answers, truth(situation, question));
  return { spreadsheet: writer.spreadsheet, right: writer.right };
}
