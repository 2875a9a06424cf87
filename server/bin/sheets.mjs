// `npm run sheets`: sheets on paper and drawings of a network file.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installedOrExit, nodeBinary, root } from './setup.mjs';

await installedOrExit();
const { status } = spawnSync(
  nodeBinary,
  [join(root, 'server', 'src', 'sheets.ts'), ...process.argv.slice(2)],
  {
    // npm runs scripts in the project's folder; file names are relative to the folder in which the command was given.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
