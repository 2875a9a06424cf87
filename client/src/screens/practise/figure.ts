import type { PracticeLesson } from '@relay/shared/lesson/practice';

/** The character that stands beside a lesson: the unit that is asked. */
export function figureOf(lesson: PracticeLesson): 'hidden' | 'output' {
  return lesson === 'error' || lesson === 'output' || lesson === 'forward' ? 'output' : 'hidden';
}
