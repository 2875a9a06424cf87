// `npm run backup [-- FILE]` and `npm run restore -- FILE`: copies the journal, also while the server runs, and back.
// `npm run journal -- check` and `-- salvage`: says what of it is whole, and copies what can be saved of a damaged one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installedOrExit, nodeBinary, root } from './setup.mjs';

await installedOrExit();
const { status } = spawnSync(
  nodeBinary,
  [join(root, 'server', 'src', 'backup.ts'), ...process.argv.slice(2)],
  {
    // npm runs scripts in the project's folder; file names are relative to the folder in which the command was given.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
