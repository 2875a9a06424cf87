import { runCommand } from './backup/commands.ts';

/** `npm run backup [-- FILE]`, `restore -- FILE`, `journal -- check | salvage`: the first argument is the command's name. */

await runCommand(process.argv[2], process.argv.slice(3));
