// `npm run bench -- NAME`: runs bench/NAME.ts of shared/, server/ or client/ on the Node that the project brings along.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureClientBuilt, explain, installedOrExit, nodeBinary, root } from './setup.mjs';

/** Head of a benchmark file: its first comment is a sentence and, after a colon, the command. */
const HEAD = /^\/\*\*\s*\*?\s*(?<what>.+): `npm run bench -- (?<name>[\w-]+)/u;

function benchmarks() {
  return ['shared', 'server', 'client'].flatMap((room) => {
    const folder = join(root, room, 'bench');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const head = HEAD.exec(readFileSync(join(folder, file), 'utf8'))?.groups;
        return head?.name === file.slice(0, -'.ts'.length)
          ? [{ ...head, room, file: join(folder, file) }]
          : [];
      });
  });
}

const [name, ...args] = process.argv.slice(2);
const all = benchmarks();
const chosen = all.find((one) => one.name === name);
if (!chosen) {
  console.error(`${name ? `There is no benchmark called "${name}". ` : ''}npm run bench -- NAME, NAME being`);
  const width = Math.max(...all.map((one) => one.name.length));
  for (const one of all) console.error(`  ${one.name.padEnd(width)}  ${one.what}`);
  process.exit(2);
}
await installedOrExit();
if (chosen.room === 'client') {
  try {
    await ensureClientBuilt();
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}
const { status } = spawnSync(nodeBinary, [chosen.file, ...args], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
