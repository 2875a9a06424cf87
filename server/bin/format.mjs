// `npm run format`: formats every file.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installedOrExit, nodeBinary, root } from './setup.mjs';

await installedOrExit();
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
const { status } = spawnSync(nodeBinary, [biome, 'format', '--write', '.'], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
