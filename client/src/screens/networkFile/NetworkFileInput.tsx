import { readPlayableFile } from '@relay/shared/network/finite';
import type { NetworkFile, Problem } from '@relay/shared/network/networkFile';
import { language, t } from '../../strings/language';
import { FileButton } from './FileButton';
import { FileProblems } from './FileProblems';
import type { OpenedFile } from './openNetworkFile';
import { useOpenedFile } from './useOpenedFile';

/** Id of the problems of a network file: one such file is opened on a page. */
const PROBLEMS = 'file-problem';

function problemsOf(value: unknown): readonly Problem[] {
  const read = readPlayableFile(value, language());
  return read.ok ? [] : read.problems;
}

/** Opens network files. `refused` is the last one if it was invalid. */
export const useNetworkFile = (onGood: (file: NetworkFile) => void) =>
  useOpenedFile((value) => {
    const read = readPlayableFile(value);
    return read.ok ? read.file : null;
  }, onGood);

/** Button that opens a network file; `NetworkFileProblems` lists its problems. */
export function NetworkFileButton({
  onOpen,
}: {
  readonly onOpen: (input: HTMLInputElement) => Promise<void>;
}) {
  return (
    <FileButton
      label={t('host.openFile')}
      name={t('host.networkFile')}
      problemsId={PROBLEMS}
      onOpen={onOpen}
    />
  );
}

export function NetworkFileProblems({ refused }: { readonly refused: OpenedFile | null }) {
  return <FileProblems id={PROBLEMS} refused={refused} problemsOf={problemsOf} />;
}
