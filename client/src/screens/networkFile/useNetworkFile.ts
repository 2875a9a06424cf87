import { useState } from 'preact/hooks';
import { type NetworkFile, readNetworkFile } from '@relay/shared/network/networkFile';
import { type OpenedFile, openNetworkFile } from './openNetworkFile';

/** Opens what a file field was given. `refused` is the last file when it was no good. */
export function useNetworkFile(onGood: (file: NetworkFile) => void) {
  const [refused, setRefused] = useState<OpenedFile | null>(null);
  const open = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const opened = await openNetworkFile(file);
    // So that the same file, mended, can be opened again.
    input.value = '';
    const read = opened.trouble === null ? readNetworkFile(opened.value) : null;
    setRefused(read?.ok ? null : opened);
    if (read?.ok) onGood(read.file);
  };
  return { refused, open };
}
