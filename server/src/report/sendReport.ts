import { once } from 'node:events';
import type { ReportReply } from '@relay/shared/protocol';
import type { QuestionFact } from '@relay/shared/report/facts';
import type { Response } from 'express';
import { slices } from '../rooms/Slices.ts';

/** Questions written between two stops. */
const QUESTIONS_A_PIECE = 200;

function* questionsJson(questions: readonly QuestionFact[]): Generator<void, readonly string[], void> {
  const pieces: string[] = [];
  for (let from = 0; from < questions.length; from += QUESTIONS_A_PIECE) {
    const piece = JSON.stringify(questions.slice(from, from + QUESTIONS_A_PIECE)).slice(1, -1);
    pieces.push(from === 0 ? piece : `,${piece}`);
    yield;
  }
  return pieces;
}

/** Sends a report as JSON. It is written in slices, so that a large one holds up no answer of another session. */
export async function sendReport(response: Response, { code, facts, names }: ReportReply): Promise<void> {
  const { questions, ...others } = facts;
  const rest = JSON.stringify({ ...others, questions: [] }).slice(0, -']}'.length);
  const pieces = await slices.do(() => questionsJson(questions));
  response.set('Cache-Control', 'no-store').type('json');
  response.write(`{"code":${JSON.stringify(code)},"names":${JSON.stringify(names)},"facts":${rest}`);
  for (const piece of pieces) if (!response.write(piece)) await once(response, 'drain');
  response.end(']}}');
}
