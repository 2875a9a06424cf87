import { join } from 'node:path';
import { LESSON_PLAN } from '@relay/shared/lesson/plan';
import { MISTAKE_IDS } from '@relay/shared/question/mistakes/mistakes';
import { expect, test } from 'vitest';
import { en } from '../../strings/en';
import { CREATURES } from '../parts/creatures';

/** docs/teaching.md is the guide as a page of the documentation, made from the same words. */

type Words = { readonly name: string; readonly say: string; readonly short: string };

function teachingPage(): string {
  const { guide, plan, mistakes } = en;
  const words = mistakes as Record<string, { readonly name: string; readonly first: string }>;
  const steps = plan.steps as Record<string, Words>;
  const step = ({ name, say, short }: Words, minutes = ''): string =>
    `### ${name}${minutes}\n\n${say}\n\n*${guide.steps.short}* ${short}`;
  const tables = Object.entries(guide.mistakes.families).map(([breed, name]) => {
    const { mistake, says } = guide.mistakes.column;
    const rows = MISTAKE_IDS.filter((id) => CREATURES[id].breed === breed).map(
      (id) => `| ${words[id]!.name} | ${words[id]!.first} |`,
    );
    return [`### ${name}\n`, `| ${mistake} | ${says} |`, '|---|---|', ...rows].join('\n');
  });
  const followUps = [guide.followUps.deeper, guide.followUps.homework, guide.followUps.code];
  return [
    `# ${guide.heading}`,
    'The same page is in the game, in both languages, at `/guide`. This one is written from the same words by `client/src/screens/guide/teachingPage.test.ts` (`npx vitest run teachingPage -u`).',
    `## ${guide.purpose.heading}`,
    guide.purpose.places,
    guide.purpose.depth,
    guide.purpose.need,
    `## ${guide.steps.heading}`,
    step(plan.join),
    ...LESSON_PLAN.map(({ id, minutes: [from, to] }) =>
      step(
        steps[id]!,
        ` · ${guide.steps.minutes.replace('{{from}}', String(from)).replace('{{to}}', String(to))}`,
      ),
    ),
    step(plan.end),
    `## ${guide.mistakes.heading}`,
    guide.mistakes.intro,
    ...tables,
    `## ${guide.followUps.heading}`,
    ...followUps.map(({ name, text }) => `### ${name}\n\n${text}`),
    '',
  ].join('\n\n');
}

test('docs/teaching.md has the words of the guide', async () => {
  const file = join(import.meta.dirname, '../../../../docs/teaching.md');
  await expect(`${teachingPage().trimEnd()}\n`).toMatchFileSnapshot(file);
});

test('every mistake of the catalogue is in one of the tables', () => {
  const families = Object.keys(en.guide.mistakes.families);
  expect(MISTAKE_IDS.filter((id) => !families.includes(CREATURES[id].breed))).toEqual([]);
});
