import type { Reply } from '@relay/shared/protocol';
import type { Part } from '@relay/shared/question/question';
import type { Table } from '../table/table';

/** Commands of a player in a round, except answers. */
export interface PlayerActions {
  readonly bet: (up: boolean) => Promise<Reply>;
  readonly extraQuestion: () => Promise<Reply>;
  readonly hint: (part: Part) => Promise<Reply>;
  readonly stopFinishing: () => Promise<Reply>;
}

export function playerActionsOf(table: Table, run: string, round: number): PlayerActions {
  const of = { run, round };
  return {
    bet: (up) => table.send({ type: 'placeBet', up, ...of }),
    extraQuestion: () => table.send({ type: 'askExtraQuestion', ...of }),
    hint: (part) => table.send({ type: 'takeHint', part, ...of }),
    stopFinishing: () => table.send({ type: 'stopFinishing', ...of }),
  };
}
