import { useState } from 'preact/hooks';
import { type OpenedFile, openNetworkFile } from './openNetworkFile';

/**
 * Opens the chosen file of a file field. `refused` is the last file if it was invalid.
 *
 * @param read  content of a parsed JSON value; null where it is not of the kind that is opened
 */
export function useOpenedFile<Content>(
  read: (value: unknown) => Content | null,
  onGood: (content: Content) => void,
) {
  const [refused, setRefused] = useState<OpenedFile | null>(null);
  const open = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const opened = await openNetworkFile(file);
    // Cleared so that the same file, once repaired, can be opened again.
    input.value = '';
    const content = opened.fault === null ? read(opened.value) : null;
    setRefused(content === null ? opened : null);
    if (content !== null) onGood(content);
  };
  return { refused, open };
}
