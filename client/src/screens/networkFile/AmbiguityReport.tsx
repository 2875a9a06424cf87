import { useMemo } from 'preact/hooks';
import { notFiniteIn, notFiniteSentence, samplePath } from '@relay/shared/network/finite';
import { type NetworkFile, networkOf } from '@relay/shared/network/networkFile';
import { analyseNetwork } from '@relay/shared/question/diagnosis/analyse';
import { language, t } from '../../strings/language';

/** Values that do not stay finite; else mistakes that this network cannot reveal: they lead to the right answer all the same. */
export function AmbiguityReport({ file }: { readonly file: NetworkFile }) {
  const wild = useMemo(() => notFiniteIn(networkOf(file), file.data), [file]);
  const { questions, inseparable } = useMemo(() => analyseNetwork(networkOf(file), file.data), [file]);
  const [worst, ...others] = inseparable.map(({ id, questions: count }) => ({
    count,
    mistake: t(`mistakes.${id}.name`),
  }));
  if (wild)
    return (
      <p>
        <b>{samplePath(wild)}</b> {notFiniteSentence(wild, language())}
      </p>
    );
  if (!worst) return <p>{t('host.file.separable', { questions })}</p>;
  return (
    <>
      <p>{t('host.file.inseparable', { ...worst, questions })}</p>
      {others.length > 0 && (
        <details>
          <summary>{t('host.file.moreMistakes', { count: others.length })}</summary>
          <ul>
            {others.map((other) => (
              <li key={other.mistake}>{t('host.file.moreMistake', { ...other, questions })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
