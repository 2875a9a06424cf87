import type { LessonName } from './course';

/** The character that stands beside a lesson: the unit that is asked. */
export function figureOf(lesson: LessonName): 'hidden' | 'output' {
  return lesson === 'error' || lesson === 'output' || lesson === 'forward' ? 'output' : 'hidden';
}
