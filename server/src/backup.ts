import { runCommand } from './backup/commands.ts';

/** `npm run backup [-- FILE]` and `npm run restore -- FILE`: the first argument is the command's name. */

await runCommand(process.argv[2], process.argv[3]);
