import { join } from 'node:path';
import type { Entrance } from '../load/enter.ts';
import type { KeyedCommand } from '../load/load.ts';
import { Child } from '../processes/Child.ts';
import { NODE_OPTIONS, type RivalApi, type SubjectName } from '../subjects/subject.ts';
import { Bench, type ProfileOptions } from './Bench.ts';
import type { RoundFigures, RunFigures } from './figures.ts';
import { joinAll } from './join.ts';
import type { Layout } from './layouts.ts';

const SUBJECTS = join(import.meta.dirname, '..', 'subjects');

export type RivalName = Exclude<SubjectName, 'ours'>;

function processOf(rival: RivalName, directory: string): Child<RivalApi> {
  const file = join(SUBJECTS, rival === 'raw echo' ? 'echo.ts' : 'bare.ts');
  return new Child<RivalApi>(file, rival === 'bare + journal' ? [directory] : [], NODE_OPTIONS);
}

const keyOf = (session: number, player: number): string => `s${session}p${player}`;

/** An answer of the size of ours. */
const answerOf = (key: string, round: number): KeyedCommand => ({
  key,
  command: {
    type: 'submitAnswer',
    answerId: `${key}/${round}/G`,
    run: 'A',
    round,
    part: 'G',
    raw: '-0.1234',
  },
});

/** Plays two rounds of answers on a rival, in a process of its own. */
export async function playRival(
  rival: RivalName,
  layout: Layout,
  directory: string,
  options: { readonly seed: number; readonly profile: ProfileOptions | null },
): Promise<Omit<RunFigures, 'loadAverage'>> {
  const server = processOf(rival, directory);
  const { port, roomIds } = await server.ask('open', layout.sessions);
  const bench = new Bench(server, port, options.seed, options.profile);
  try {
    const sessions = Array.from({ length: layout.sessions }, (_, s) =>
      Array.from({ length: layout.players }, (_player, p): Entrance => {
        const roomId = roomIds[s];
        return roomId === undefined
          ? { by: 'handshake', key: keyOf(s, p) }
          : { by: 'room', roomId, key: keyOf(s, p) };
      }),
    );
    const joined = await joinAll(bench, server, sessions);
    const rounds: RoundFigures[] = [];
    for (const round of [1, 2]) {
      const answers = sessions.flatMap((players, s) => players.map((_, p) => answerOf(keyOf(s, p), round)));
      rounds.push({ answering: await bench.answer(answers) });
    }
    return { ...joined, rounds };
  } finally {
    await bench.stop();
  }
}
