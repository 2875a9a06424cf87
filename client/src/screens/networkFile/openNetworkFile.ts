import { MAX_NETWORK_FILE_BYTES } from '@relay/shared/protocol';

/** A file that the host has opened: what is in it, or why nobody can say. What it means is read elsewhere. */
export type OpenedFile =
  | { readonly name: string; readonly value: unknown; readonly trouble: null }
  | { readonly name: string; readonly trouble: 'tooLarge' | 'notJson' };

type TextFile = Pick<File, 'name' | 'size' | 'text'>;

export async function openNetworkFile(file: TextFile): Promise<OpenedFile> {
  const { name } = file;
  if (file.size > MAX_NETWORK_FILE_BYTES) return { name, trouble: 'tooLarge' };
  try {
    return { name, value: JSON.parse(await file.text()) as unknown, trouble: null };
  } catch {
    return { name, trouble: 'notJson' };
  }
}
