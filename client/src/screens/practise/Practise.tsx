import { PRACTICE_LESSONS } from '@relay/shared/lesson/practice';
import { address } from '../address';
import { Lesson } from './Lesson';
import { LessonPath } from './LessonPath';

/** Practising alone: the path of lessons, and each lesson under its own fragment. Nothing here asks a server. */
export function Practise() {
  const { fragment } = address.value;
  const lesson = PRACTICE_LESSONS.find((one) => one === fragment);
  return lesson ? <Lesson key={lesson} lesson={lesson} /> : <LessonPath />;
}
