import { FILE_FAULT_WORDS } from '../../strings/fileFault.ts';
import { fill } from '../../strings/fill.ts';
import type { Language } from '../../strings/languages.ts';
import type { FileFault } from './fault.ts';
import { MAX_NETWORK_FILE_BYTES } from './readJson.ts';

/** Sentence about a file that is no JSON text: where the fault is, and what to do. @param file  name of the file */
export function faultSentence({ id, place, values }: FileFault, file: string, language: Language): string {
  const { at, placed, whole } = FILE_FAULT_WORDS[language];
  if (!place) return fill(whole[id], { file, most: MAX_NETWORK_FILE_BYTES / 1024 });
  return fill(at, { file, ...place, what: fill(placed[id], values) });
}
