import { useState } from 'preact/hooks';
import { readPlayableFile } from '@relay/shared/network/finite';
import type { NetworkFile } from '@relay/shared/network/networkFile';
import { type OpenedFile, openNetworkFile } from './openNetworkFile';

/** Opens the chosen file of a file field. `refused` is the last file if it was invalid. */
export function useNetworkFile(onGood: (file: NetworkFile) => void) {
  const [refused, setRefused] = useState<OpenedFile | null>(null);
  const open = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const opened = await openNetworkFile(file);
    // Cleared so that the same file, once repaired, can be opened again.
    input.value = '';
    const read = opened.fault === null ? readPlayableFile(opened.value) : null;
    setRefused(read?.ok ? null : opened);
    if (read?.ok) onGood(read.file);
  };
  return { refused, open };
}
