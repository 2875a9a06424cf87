// `npm run record-shapes`: records the shapes of events and messages under their versions (docs/versions.md).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installedOrExit, nodeBinary, root } from './setup.mjs';

await installedOrExit();
const file = join(root, 'shared', 'src', 'testing', 'recordShapes.ts');
const { status } = spawnSync(nodeBinary, [file, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
