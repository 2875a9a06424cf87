// `npm run start:cluster`: the same as `npm start` with two server processes and a proxy before them.
import { join } from 'node:path';
import { runServer } from './runServer.mjs';
import { ensureClientBuilt, ensureInstalled, explain, nodeBinary, root } from './setup.mjs';

try {
  await ensureInstalled();
  await ensureClientBuilt();
} catch (error) {
  explain(error);
  process.exit(1);
}

runServer(nodeBinary, join(root, 'server', 'src', 'startCluster.ts'), { cwd: root });
