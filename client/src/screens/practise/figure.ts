import type { LessonName } from './lessonAttempt';

/** Character that stands beside a lesson: the layer of the unit asked. */
export function figureOf(lesson: LessonName): 'hidden' | 'output' {
  return lesson === 'error' || lesson === 'output' || lesson === 'forward' ? 'output' : 'hidden';
}
