// Run by npm before it packs: builds what the package holds besides this folder's bootstrap, `client/dist` and
// `server/dist`. The server is bundled, because Node refuses to read TypeScript below `node_modules`, and so that only
// what cannot be bundled has to be installed: Node itself and SQLite.
import { rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureClientBuilt, explain, installedOrExit, nodeBinary, root } from './setup.mjs';

await installedOrExit();
try {
  await ensureClientBuilt();
} catch (error) {
  explain(error);
  process.exit(1);
}
rmSync(join(root, 'server', 'dist'), { recursive: true, force: true });
const rolldown = join(root, 'node_modules', 'rolldown', 'bin', 'cli.mjs');
const { status } = spawnSync(nodeBinary, [rolldown, '--config', 'rolldown.config.mjs'], {
  cwd: join(root, 'server'),
  // Standard output belongs to npm, which prints the name of the package.
  stdio: ['ignore', 'ignore', 'inherit'],
});
process.exit(status ?? 1);
