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
} from './lessonAttempt';
import { useStorage } from '../../testing/storage';

const stored = useStorage();

/** Plays the question under way: rightly, or after a miss or a hint. */
async function play(attempt: LessonAttempt, before: boolean | 'hint'): Promise<LessonAttempt> {
  const table = localTable(openingOf(attempt)!);
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
  const peek = localTable({ ...openingOf(attempt)!, id: 'peek' });
  await peek.send({ type: 'next' });
  const truth = peek.state.value.mine!.seat!.truth!;
  const { parts } = table.state.value.mine!.seat!;
  await sendAll(Object.fromEntries(parts.map((part) => [part, rightAnswer(truth, part)])));
  const { seat } = table.state.value.mine!;
  expect(parts.every((part) => seat!.answers[part]?.right)).toBe(true);
  return nextQuestion(attempt, progressWith(attempt, seat));
}

test('three clean questions bring three stars; a miss asks for one more and costs a star', async () => {
  let attempt = resumeAttempt('output');
  for (let i = 0; i < 3; i++) attempt = await play(attempt, true);
  expect(attempt.progress).toEqual({ clean: 3, missed: 0 });
  expect(keptStars('output')).toBe(3);
  expect(keptStars('hidden')).toBe(0);

  attempt = resumeAttempt('hidden');
  for (const isClean of [true, false, true, true]) {
    expect(keptStars('hidden')).toBe(0);
    attempt = await play(attempt, isClean);
  }
  expect(attempt.progress).toEqual({ clean: 3, missed: 1 });
  expect(keptStars('hidden')).toBe(2);
});

test('a worse attempt takes no stars away', async () => {
  nextQuestion(startAttempt('output'), { clean: 3, missed: 0 });
  nextQuestion(startAttempt('output'), { clean: 3, missed: 9 });
  expect(keptStars('output')).toBe(3);
});

test('a hint costs as much as a miss: the question does not count as solved alone', async () => {
  let attempt = await play(startAttempt('output'), 'hint');
  expect(attempt.progress).toEqual({ clean: 0, missed: 1 });
  for (let i = 0; i < 3; i++) attempt = await play(attempt, true);
  expect(keptStars('output')).toBe(2);
});

test('an attempt continues after a reload; a finished one that was looked at gives way to a new one', () => {
  const attempt = nextQuestion(startAttempt('output'), { clean: 1, missed: 1 });
  dropFinishedAttempts();
  expect(resumeAttempt('output')).toEqual(attempt);
  const done = nextQuestion(attempt, { clean: 3, missed: 1 });
  expect(resumeAttempt('output')).toEqual(done);
  dropFinishedAttempts();
  expect(resumeAttempt('output').progress).toEqual({ clean: 0, missed: 0 });
});

test('drafts of a question go with the question', () => {
  const attempt = startAttempt('output');
  const drafts = new DraftStore(openingOf(attempt)!.id, LOCAL_PLAYER, 'A');
  drafts.write(1, { taken: ['e:y1'], texts: {} });
  expect(drafts.read(1).taken).toEqual(['e:y1']);
  nextQuestion(attempt, attempt.progress);
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
  let attempt = startAttempt('output');
  const levels: string[] = [attempt.help.level];
  for (const isClean of [true, true, false, false, false, false]) {
    expect(localTable(openingOf(attempt)!).state.value.mine!.seat!.parts).toEqual(
      {
        see: ['places'],
        work: ['places', 'delta', 'G'],
        blank: ['G'],
      }[attempt.help.level],
    );
    const { seat } = localTable(openingOf(attempt)!).state.value.mine!;
    expect(seat).not.toBeNull();
    attempt = nextQuestion(attempt, {
      clean: attempt.progress.clean + (isClean ? 1 : 0),
      missed: attempt.progress.missed + (isClean ? 0 : 1),
    });
    expect(resumeAttempt('output')).toEqual(attempt);
    levels.push(attempt.help.level);
  }
  expect(levels).toEqual(['see', 'see', 'work', 'work', 'see', 'see', 'see']);
  expect(startAttempt('hidden').help.level).toBe('work');
});

test('an attempt without a suitable network says so, and another question takes its place', () => {
  const attempt = startAttempt('output', () => {
    throw new NoQuestion('nothing');
  });
  expect(attempt.redraws).toBeNull();
  expect(openingOf(attempt)).toBeNull();
  expect(resumeAttempt('output')).toEqual(attempt);
  const next = redrawQuestion(attempt);
  expect(openingOf(next)).not.toBeNull();
  expect(next.redraws).toBeGreaterThanOrEqual(0);
  expect(next.progress).toEqual(attempt.progress);
  expect(() =>
    startAttempt('output', () => {
      throw new RangeError('a slip of ours');
    }),
  ).toThrow('a slip of ours');
});

test('numbers are simple at first and unrounded later', () => {
  const decimals = (attempt: LessonAttempt) =>
    Math.max(
      ...openingOf(attempt)!
        .file.weights.flat(2)
        .map((w) => String(w).split('.')[1]?.length ?? 0),
    );
  let attempt = startAttempt('error');
  expect(decimals(attempt)).toBeLessThanOrEqual(1);
  for (let missed = 1; missed <= 4; missed++) {
    attempt = nextQuestion(attempt, { clean: 0, missed });
    if (missed > 1) expect(decimals(attempt)).toBeGreaterThan(1);
  }
});

test('an own network is kept; its units are asked in turn, across attempts', () => {
  const { file } = PRESETS[0]!;
  expect(openingOf(startAttempt('own'))).toBeNull();
  startOwnNetwork(file);
  const units = [];
  for (let i = 0; i < 4; i++) {
    const attempt = startAttempt('own');
    expect(openingOf(resumeAttempt('own'))).toEqual(openingOf(attempt));
    units.push(localTable(openingOf(attempt)!).state.value.mine!.seat!.unit);
  }
  expect(units.toSorted()).toEqual(['h1', 'h2', 'y1', 'y2']);
});
