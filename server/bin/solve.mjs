// `npm run -s solve`: nothing but the answer goes to standard output; what the setup has to say goes to standard error.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installedOrExit, nodeBinary, root } from './setup.mjs';

console.log = console.error;
await installedOrExit();
const { status } = spawnSync(
  nodeBinary,
  [join(root, 'server', 'src', 'solve.ts'), ...process.argv.slice(2)],
  {
    // npm runs scripts in the project's folder; a file is named from where the command was given.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
