import { readPlayableFile } from '@relay/shared/network/finite';
import type { Problem } from '@relay/shared/network/networkFile';
import { faultSentence } from '@relay/shared/network/text/faultSentence';
import { language, t } from '../../strings/language';
import type { OpenedFile } from './openNetworkFile';
import shared from '../parts/shared.module.css';
import styles from './FileProblems.module.css';

/** Problems listed at most: a file with thousands of them would fill the page for minutes. */
const PROBLEMS_SHOWN = 200;

/** Reason why a file was refused: one sentence, and each place in the file with what was expected there. */
export function FileProblems({ refused }: { readonly refused: OpenedFile | null }) {
  const problems = problemsOf(refused);
  const more = problems.length - PROBLEMS_SHOWN;
  return (
    <>
      <p id="file-problem" class={shared.problem} role="alert">
        {refused && sentenceAbout(refused, problems.length)}
      </p>
      {problems.length > 0 && (
        <ul class={styles.fileProblems}>
          {problems.slice(0, PROBLEMS_SHOWN).map(({ path, expected }) => (
            <li key={path}>
              <b>{path === '' ? t('host.file.whole') : path}</b> {expected}
            </li>
          ))}
          {more > 0 && <li>{t('host.file.moreProblems', { count: more })}</li>}
        </ul>
      )}
    </>
  );
}

/** Problems in the language of the page, read anew when it changes. */
function problemsOf(opened: OpenedFile | null): readonly Problem[] {
  if (opened?.fault !== null) return [];
  const read = readPlayableFile(opened.value, language());
  return read.ok ? [] : read.problems;
}

function sentenceAbout({ name: file, fault }: OpenedFile, count: number): string {
  return fault === null ? t('host.file.problems', { file, count }) : faultSentence(fault, file, language());
}
