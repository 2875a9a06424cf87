import { askedOf, isDone } from '@relay/shared/referee/round/progress';
import type { Run } from '@relay/shared/referee/round/run';
import { momentOf } from '@relay/shared/referee/session/moment';
import { teamRuns } from '@relay/shared/referee/teams/teams';
import { isPlacesPart, type Part, type Truth } from '@relay/shared/question/part';
import { type App, openApp } from '../../src/app.ts';
import { startClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { CLIENT_DIRECTORY } from '../../src/http/pages.ts';
import { SqliteJournal } from '../../src/journal/SqliteJournal.ts';
import { openLog } from '../../src/log.ts';
import { systemRandomSource } from '../../src/randomSource.ts';
import type { KeyedCommand } from '../load/load.ts';
import { serve } from '../processes/serve.ts';
import { METER } from './meter.ts';
import type { OursApi } from './subject.ts';

/** Process of the whole server, with its journal in the directory that is the first argument. */

const HOST_CODE = 'bench-host-code';
/** Significant digits of an answer, as numbers are shown to players. */
const FIGURES = 4;

let app: App;

/** Right answer to a part, in as many figures as a player gives. */
function rightAnswer(truth: Truth, part: Part): string {
  return isPlacesPart(part) ? truth[part]!.join(' ') : Number(truth[part]).toPrecision(FIGURES);
}

function answersIn(run: Run): KeyedCommand[] {
  return run.seats.flatMap((seat) => {
    const asked = askedOf(run, seat);
    if (!asked || isDone(run, seat)) return [];
    const { id, round } = run;
    return asked.question.parts.map((part): KeyedCommand => {
      const raw = rightAnswer(asked.truth, part);
      const answerId = `${seat.player}/${round}/${part}`.slice(0, 40);
      return { key: seat.player!, command: { type: 'submitAnswer', answerId, run: id, round, part, raw } };
    });
  });
}

serve({
  ...METER,
  async open() {
    const directory = process.argv[2]!;
    const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: directory, HOST_CODE });
    app = await openApp({
      config,
      journal: await SqliteJournal.open(directory),
      clock: startClock(),
      randomSource: systemRandomSource,
      log: openLog(config),
      hostCode: HOST_CODE,
      clientDirectory: CLIENT_DIRECTORY,
    });
    return { port: app.port, hostCode: HOST_CODE };
  },
  phases() {
    const sessions = [...app.sessions.live].map(({ session }) => session);
    const phases = sessions.flatMap((session) =>
      session.status === 'running' ? teamRuns(session).map(({ phase }) => phase.name) : [session.status],
    );
    return [...new Set(phases)];
  },
  moments() {
    return [...new Set([...app.sessions.live].map(({ session }) => momentOf(session)))];
  },
  rightAnswers() {
    return [...app.sessions.live].flatMap(({ session }) => teamRuns(session).flatMap(answersIn));
  },
} satisfies OursApi);
