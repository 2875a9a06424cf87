import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';

export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

function idsOf(name: string): Account | undefined {
  try {
    const id = (option: string): number =>
      Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Account under which programs run that refuse root; this one where that is not root. */
export function unprivileged(): Account {
  if (process.getuid?.() !== 0) return {};
  return idsOf('postgres') ?? idsOf('nobody') ?? {};
}

/** Gives a folder to an account. */
export function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
