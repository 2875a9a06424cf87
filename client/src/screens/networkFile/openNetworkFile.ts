import type { FileFault } from '@relay/shared/network/text/fault';
import { MAX_NETWORK_FILE_BYTES, readJson } from '@relay/shared/network/text/readJson';

/** File opened by the host: its content, or the reason why it is no JSON text. Its meaning is checked elsewhere. */
export type OpenedFile =
  | { readonly name: string; readonly value: unknown; readonly fault: null }
  | { readonly name: string; readonly fault: FileFault };

type AnyFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

export async function openNetworkFile(file: AnyFile): Promise<OpenedFile> {
  const { name } = file;
  // A large file is not even read into memory.
  if (file.size > MAX_NETWORK_FILE_BYTES) return { name, fault: { id: 'tooLarge' } };
  const buffer = await file.arrayBuffer().catch(() => null);
  if (!buffer) return { name, fault: { id: 'unreadable' } };
  const read = readJson(new Uint8Array(buffer), (bytes) => new TextDecoder().decode(bytes));
  return read.ok ? { name, value: read.value, fault: null } : { name, fault: read.fault };
}
