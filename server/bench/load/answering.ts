import { randomSequence } from '@relay/shared/randomSequence';
import type { LoadSocket } from './LoadSocket.ts';

/** Time for the last reply, ms. */
const REPLY_WITHIN_MS = 60_000;

/** An answer ready to be sent. */
export interface PreparedAnswer {
  readonly socket: LoadSocket;
  readonly request: { readonly id: number; readonly frame: Buffer };
}

export interface AnswerTimes {
  /** Time from sending to the reply, one for each answer, ms. */
  readonly replyMs: readonly number[];
  /** Most that an answer was sent too late, ms: more than a few mean that the load could not keep up. */
  readonly lateMs: number;
}

/** Sends answers at times spread evenly over `overMs`, whether earlier ones have been replied to or not. */
export function answerAll(
  answers: readonly PreparedAnswer[],
  overMs: number,
  seed: number,
): Promise<AnswerTimes> {
  const random = randomSequence(seed);
  const dueMs = answers.map(() => random() * overMs).sort((a, b) => a - b);
  const replyMs: number[] = [];
  let lateMs = 0;
  return new Promise((resolve, reject) => {
    if (answers.length === 0) return resolve({ replyMs, lateMs });
    const giveUp = setTimeout(
      () => reject(new Error(`${answers.length - replyMs.length} answers without a reply`)),
      REPLY_WITHIN_MS,
    );
    const take = (sentAt: number): void => {
      replyMs.push(performance.now() - sentAt);
      if (replyMs.length < answers.length) return;
      clearTimeout(giveUp);
      resolve({ replyMs, lateMs });
    };
    const since = performance.now();
    let next = 0;
    const sendDue = (): void => {
      for (; next < answers.length; next++) {
        const sentAt = performance.now();
        const untilDue = dueMs[next]! - (sentAt - since);
        if (untilDue > 0) return void setTimeout(sendDue, untilDue);
        lateMs = Math.max(lateMs, -untilDue);
        const { socket, request } = answers[next]!;
        socket.send(request, () => take(sentAt));
      }
    };
    sendDue();
  });
}
