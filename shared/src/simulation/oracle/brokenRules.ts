import type { Event } from '../../referee/event.ts';
import { activities } from './activities.ts';
import { answers } from './answers.ts';
import { type Book, newBook, type Topic } from './book.ts';
import { clocks } from './clocks.ts';
import { layers } from './layers.ts';
import { learning } from './learning.ts';
import { record } from './record.ts';
import { rotation } from './rotation.ts';
import { seats } from './seats.ts';
import { session } from './session.ts';
import { standing } from './standing.ts';
import { teamSamples } from './teamSamples.ts';
import { warmUps } from './warmUps.ts';

const TOPICS: readonly (() => Topic)[] = [
  session,
  seats,
  teamSamples,
  rotation,
  answers,
  clocks,
  layers,
  learning,
  standing,
  activities,
  warmUps,
];

/**
 * Checks the rules of a session by reading nothing but its log: a second implementation that shares no code with the
 * referee.
 *
 * @returns every rule that was broken, in words, with the first place in the log; empty for a log that keeps all rules
 */
export function brokenRules(log: readonly Event[]): string[] {
  const broken = new Map<string, number>();
  const topics = TOPICS.map((topic) => topic());
  let book: Book | undefined;
  for (const [index, event] of log.entries()) {
    if (event.type === 'sessionCreated') {
      if (book) broken.set('a session is created once', index);
      book ??= newBook(event);
      continue;
    }
    if (!book) return ['a log begins with its session'];
    for (const topic of topics) {
      topic(event, book, (holds, words) => {
        if (!holds && !broken.has(words)) broken.set(words, index);
      });
    }
    record(book, event);
  }
  return [...broken].map(([words, index]) => `${words} (event ${index}, ${log[index]!.type})`);
}
