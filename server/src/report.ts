import { runReport } from './report/command.ts';

/** `npm run report -- SESSION [--csv DIRECTORY | --xlsx FILE]`. */

await runReport(process.argv.slice(2));
