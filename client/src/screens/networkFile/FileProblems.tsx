import type { Problem } from '@relay/shared/network/networkFile';
import { faultSentence } from '@relay/shared/network/text/faultSentence';
import { language, t } from '../../strings/language';
import type { OpenedFile } from './openNetworkFile';
import shared from '../parts/shared.module.css';
import styles from './FileProblems.module.css';

/** Problems listed at most: a file with thousands of them would fill the page for minutes. */
const PROBLEMS_SHOWN = 200;

interface FileProblemsProps {
  readonly id: string;
  readonly refused: OpenedFile | null;
  /** Problems of a file's content in the language of the page. */
  readonly problemsOf: (value: unknown) => readonly Problem[];
}

/** Reason why a file was refused: one sentence, and each place in the file with what was expected there. */
export function FileProblems({ id, refused, problemsOf }: FileProblemsProps) {
  // Read anew in each language.
  const problems = refused?.fault === null ? problemsOf(refused.value) : [];
  const more = problems.length - PROBLEMS_SHOWN;
  return (
    <>
      <p id={id} class={shared.problem} role="alert">
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

function sentenceAbout({ name: file, fault }: OpenedFile, count: number): string {
  return fault === null ? t('host.file.problems', { file, count }) : faultSentence(fault, file, language());
}
