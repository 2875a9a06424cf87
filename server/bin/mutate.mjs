// `npm run mutate`: plants one mutation after another in shared/src/maths and shared/src/question and lists those that
// no test detects. `npm run mutate -- maths` or `-- question/grade` limits it to files that begin so. All of question
// takes forty minutes of one core; results are kept in shared/.stryker, so that the next run tests only new mutations.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installedOrExit, nodeBinary, root } from './setup.mjs';

const FOLDERS = ['maths', 'question'];

const asked = process.argv[2] ?? '';
const folders = FOLDERS.filter((folder) => asked === '' || asked.split('/')[0] === folder);
if (folders.length === 0) {
  console.error(
    `npm run mutate [-- START], START being the beginning of a file below ${FOLDERS.join(' or ')}`,
  );
  process.exit(2);
}
await installedOrExit();
for (const folder of folders) {
  const { status } = spawnSync(
    nodeBinary,
    [join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'), 'run'],
    {
      cwd: join(root, 'shared'),
      stdio: 'inherit',
      env: { ...process.env, MUTATED_FOLDER: folder, MUTATED_START: asked || folder },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
