import { askedIn } from '@relay/shared/lesson/generate';
import { questionModule } from '@relay/shared/question/kinds';
import type { Part } from '@relay/shared/question/question';
import type { PlayerView, PublicView } from '@relay/shared/referee/view';
import type { LocalSessionOptions } from '../../table/localTable';
import { roundFacts } from '../../picture/roundFacts';
import { rightWords } from '../player/reveal/rightWords';
import type { LessonName } from './lessonAttempt';

interface Seen {
  readonly view: PublicView;
  readonly run: string;
  readonly seat: NonNullable<PlayerView['seat']>;
}

/** Right working of one part while the others are still open. For practice alone. */
export function rightWorking(
  lesson: LessonName,
  opening: LocalSessionOptions,
  seen: Seen,
  part: Part,
): string {
  const { file, seed, settings } = opening;
  const { situation, question } = askedIn(lesson, file, seed, settings.help);
  const facts = roundFacts(seen.view, seen.run, seen.seat.lane);
  if (!facts) return '';
  const truth = questionModule(question.kind).truth(situation, question);
  return rightWords({ ...facts, pass: situation.pass, asked: null }, { ...seen.seat, truth }, part);
}
