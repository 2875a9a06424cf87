// `npm run simulate -- --seeds N [--from K]`: simulates sessions from seeds, checked by an oracle; `--seed S` only one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installedOrExit, nodeBinary, root } from './setup.mjs';

await installedOrExit();
const file = join(root, 'server', 'src', 'simulate.ts');
const { status } = spawnSync(nodeBinary, [file, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
