import { networkOf } from '../../lesson/networkFile.ts';
import type { RoomCommand, Stamped } from '../command.ts';
import { accept, type Decision } from '../decision.ts';

type CreateSession = Extract<RoomCommand, { type: 'createSession' }>;

/** Opens a session on a network. The file has been read and found good before. */
export function createSession({ command, at }: Stamped<CreateSession>): Decision {
  const { id, seed, file, settings } = command;
  return accept({
    type: 'sessionCreated',
    at,
    id,
    seed,
    title: file.name,
    network: networkOf(file),
    data: file.data,
    settings,
  });
}
