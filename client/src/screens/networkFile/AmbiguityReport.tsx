import { useMemo } from 'preact/hooks';
import { type NetworkFile, networkOf } from '@relay/shared/network/networkFile';
import { analyseNetwork } from '@relay/shared/question/diagnosis/analyse';
import { t } from '../../strings/language';

/** Mistakes that this network cannot reveal, because they lead to the right answer all the same. */
export function AmbiguityReport({ file }: { readonly file: NetworkFile }) {
  const { questions, overflowing, inseparable } = useMemo(
    () => analyseNetwork(networkOf(file), file.data),
    [file],
  );
  const [worst, ...others] = inseparable.map(({ id, questions: count }) => ({
    count,
    mistake: t(`mistakes.${id}.name`),
  }));
  if (overflowing > 0) return <p>{t('host.file.overflowing', { count: overflowing, questions })}</p>;
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
