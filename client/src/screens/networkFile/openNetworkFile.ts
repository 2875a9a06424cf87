import { MAX_NETWORK_FILE_BYTES } from '@relay/shared/protocol';

/** File opened by the host: its content, or the reason why it cannot be read. Its meaning is checked elsewhere. */
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
