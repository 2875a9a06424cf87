import { rightAnswer } from '@relay/shared/testing/answers';
import { NoQuestion } from '@relay/shared/lesson/generate';
import { PRESETS } from '@relay/shared/network/presets';
import { expect, test } from 'vitest';
import { DraftStore } from '../../input/draft';
import { LOCAL_PLAYER, localTable } from '../../table/localTable';
import {
  nextQuestion,
  redrawQuestion,
  startOwnNetwork,
  type LessonAttempt,
  dropFinishedAttempts,
  resumeAttempt,
  keptStars,
  openingOf,
  progressWith,
  startAttempt,
} from './course';
import { useStorage } from '../../testing/storage';

const stored = useStorage();

/** Plays the question under way: rightly, or after a miss or a hint. */
async function play(course: LessonAttempt, before: boolean | 'hint'): Promise<LessonAttempt> {
  const table = localTable(openingOf(course)!);
  const sendAll = async (raw: Partial<Record<string, string>>) => {
    for (const part of table.state.value.mine!.seat!.parts) {
      const answerId = `${part}-${raw[part] ?? ''}`;
      await table.send({ type: 'submitAnswer', answerId, run: 'A', round: 1, part, raw: raw[part] ?? '' });
    }
  };
  if (before === false) await sendAll({ G: '12345' });
  if (before === 'hint') {
    const hint = { type: 'takeHint', run: 'A', round: 1, part: 'places' } as const;
    expect(await table.send(hint)).toEqual({ accepted: true });
    expect(table.state.value.mine!.seat!.hints.places!.length).toBeGreaterThan(0);
  }
  const peek = localTable({ ...openingOf(course)!, id: 'peek' });
  await peek.send({ type: 'next' });
  const truth = peek.state.value.mine!.seat!.truth!;
  const { parts } = table.state.value.mine!.seat!;
  await sendAll(Object.fromEntries(parts.map((part) => [part, rightAnswer(truth, part)])));
  const { seat } = table.state.value.mine!;
  expect(parts.every((part) => seat!.answers[part]?.right)).toBe(true);
  return nextQuestion(course, progressWith(course, seat));
}

test('three clean questions bring three stars; a miss asks for one more and costs a star', async () => {
  let course = resumeAttempt('output');
  for (let i = 0; i < 3; i++) course = await play(course, true);
  expect(course.progress).toEqual({ clean: 3, missed: 0 });
  expect(keptStars('output')).toBe(3);
  expect(keptStars('hidden')).toBe(0);

  course = resumeAttempt('hidden');
  for (const isClean of [true, false, true, true]) {
    expect(keptStars('hidden')).toBe(0);
    course = await play(course, isClean);
  }
  expect(course.progress).toEqual({ clean: 3, missed: 1 });
  expect(keptStars('hidden')).toBe(2);
});

test('a worse attempt takes no stars away', async () => {
  nextQuestion(startAttempt('output'), { clean: 3, missed: 0 });
  nextQuestion(startAttempt('output'), { clean: 3, missed: 9 });
  expect(keptStars('output')).toBe(3);
});

test('a hint costs as much as a miss: the question does not count as solved alone', async () => {
  let course = await play(startAttempt('output'), 'hint');
  expect(course.progress).toEqual({ clean: 0, missed: 1 });
  for (let i = 0; i < 3; i++) course = await play(course, true);
  expect(keptStars('output')).toBe(2);
});

test('an attempt continues after a reload; a finished one that was looked at gives way to a new one', () => {
  const course = nextQuestion(startAttempt('output'), { clean: 1, missed: 1 });
  dropFinishedAttempts();
  expect(resumeAttempt('output')).toEqual(course);
  const done = nextQuestion(course, { clean: 3, missed: 1 });
  expect(resumeAttempt('output')).toEqual(done);
  dropFinishedAttempts();
  expect(resumeAttempt('output').progress).toEqual({ clean: 0, missed: 0 });
});

test('drafts of a question go with the question', () => {
  const course = startAttempt('output');
  const drafts = new DraftStore(openingOf(course)!.id, LOCAL_PLAYER, 'A');
  drafts.write(1, { taken: ['e:y1'], texts: {} });
  expect(drafts.read(1).taken).toEqual(['e:y1']);
  nextQuestion(course, course.progress);
  expect(drafts.read(1).taken).toEqual([]);
});

test.each(['', '7', '{"lesson":"hidden","seed":1,"progress":{"clean":0,"missed":0}}', '{"lesson":"output"}'])(
  'what is no course (%s) is begun anew',
  (kept) => {
    stored.set('relay/practise/course/output', kept);
    stored.set('relay/practise/stars', '{"output":"many"}');
    expect(resumeAttempt('output')).toMatchObject({ lesson: 'output', progress: { clean: 0, missed: 0 } });
    expect(keptStars('output')).toBe(0);
  },
);

test('help falls away after two clean questions, comes back after two with a miss, and is kept', async () => {
  let course = startAttempt('output');
  const levels: string[] = [course.help.level];
  for (const isClean of [true, true, false, false, false, false]) {
    expect(localTable(openingOf(course)!).state.value.mine!.seat!.parts).toEqual(
      {
        see: ['places'],
        work: ['places', 'delta', 'G'],
        blank: ['G'],
      }[course.help.level],
    );
    const { seat } = localTable(openingOf(course)!).state.value.mine!;
    expect(seat).not.toBeNull();
    course = nextQuestion(course, {
      clean: course.progress.clean + (isClean ? 1 : 0),
      missed: course.progress.missed + (isClean ? 0 : 1),
    });
    expect(resumeAttempt('output')).toEqual(course);
    levels.push(course.help.level);
  }
  expect(levels).toEqual(['see', 'see', 'work', 'work', 'see', 'see', 'see']);
  expect(startAttempt('hidden').help.level).toBe('work');
});

test('an attempt without a suitable network says so, and another question takes its place', () => {
  const course = startAttempt('output', () => {
    throw new NoQuestion('nothing');
  });
  expect(course.redraws).toBeNull();
  expect(openingOf(course)).toBeNull();
  expect(resumeAttempt('output')).toEqual(course);
  const next = redrawQuestion(course);
  expect(openingOf(next)).not.toBeNull();
  expect(next.redraws).toBeGreaterThanOrEqual(0);
  expect(next.progress).toEqual(course.progress);
  expect(() =>
    startAttempt('output', () => {
      throw new RangeError('a slip of ours');
    }),
  ).toThrow('a slip of ours');
});

test('numbers are simple at first and unrounded later', () => {
  const decimals = (course: LessonAttempt) =>
    Math.max(
      ...openingOf(course)!
        .file.weights.flat(2)
        .map((w) => String(w).split('.')[1]?.length ?? 0),
    );
  let course = startAttempt('error');
  expect(decimals(course)).toBeLessThanOrEqual(1);
  for (let missed = 1; missed <= 4; missed++) {
    course = nextQuestion(course, { clean: 0, missed });
    if (missed > 1) expect(decimals(course)).toBeGreaterThan(1);
  }
});

test('an own network is kept; its units are asked in turn, across attempts', () => {
  const { file } = PRESETS[0]!;
  expect(openingOf(startAttempt('own'))).toBeNull();
  startOwnNetwork(file);
  const units = [];
  for (let i = 0; i < 4; i++) {
    const course = startAttempt('own');
    expect(openingOf(resumeAttempt('own'))).toEqual(openingOf(course));
    units.push(localTable(openingOf(course)!).state.value.mine!.seat!.unit);
  }
  expect(units.toSorted()).toEqual(['h1', 'h2', 'y1', 'y2']);
});
