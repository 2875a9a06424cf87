import { networkOf } from '../../network/networkFile.ts';
import type { RoomCommand } from '../command.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { wordsTextOf } from '../plan/planWords.ts';
import { hasQuestions } from '../teams/seating.ts';

type CreateSession = Extract<RoomCommand, { type: 'createSession' }>;

/** Creates a session on a network. The file has been validated before. */
export function createSession(command: CreateSession, at: number): Decision {
  const { id, seed, file, settings, catchUpRounds, planWords } = command;
  const network = networkOf(file);
  if (!hasQuestions(network, settings)) return reject('nothingToAsk');
  const created = accept({
    type: 'sessionCreated',
    at,
    id,
    seed,
    network,
    data: file.data,
    settings,
    ...(catchUpRounds ? { catchUpRounds } : {}),
  });
  return planWords ? { ...created, texts: [wordsTextOf(planWords)] } : created;
}
