// `npm run record-journal`: plays sessions of every kind and stores their logs as fixtures of the current event version.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installedOrExit, nodeBinary, root } from './setup.mjs';

await installedOrExit();
const file = join(root, 'server', 'src', 'testing', 'recordJournal.ts');
const { status } = spawnSync(nodeBinary, [file], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
