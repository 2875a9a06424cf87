import type { AnswerReply } from '@relay/shared/question/question';
import { serve } from '../../../bench/processes/serve.ts';
import { type Place, ResendingPlayer } from '../ResendingPlayer.ts';
import { joinSession } from '../testServer.ts';

/** Process of some players of a crowd, asked by `Crowd`. */

const players: ResendingPlayer[] = [];
let playing: readonly Promise<void>[] = [];

const API = {
  /** Lets players join a session. */
  async join(url: string, code: string, count: number, betweenMs: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const { player, resumeToken: token } = await joinSession(url, code, `P${i}`);
      players.push(new ResendingPlayer({ url, code, player, token }, players.length, betweenMs));
    }
  },
  play(): void {
    playing = players.map((player) => player.play());
  },
  /** Number of players who are connected. */
  connected(): number {
    return players.filter(({ isConnected }) => isConnected).length;
  },
  /** Times at which the players came in last, ms since the epoch. */
  enteredAt(): readonly (number | null)[] {
    return players.map(({ enteredAt }) => enteredAt);
  },
  places(): readonly (Place | null)[] {
    return players.map(({ place }) => place);
  },
  /** Kills a process at the next acknowledgement: if that came before the answer was stored, it is lost. */
  killAtAcknowledgement(pid: number): void {
    for (const player of players)
      player.onAcknowledged = () => {
        for (const one of players) one.onAcknowledged = () => undefined;
        kill(pid);
      };
  },
  disarm(): void {
    for (const player of players) player.onAcknowledged = () => undefined;
  },
  /** Number of acknowledged answers of each player. */
  counts(): readonly number[] {
    return players.map(({ acknowledged }) => acknowledged.size);
  },
  /** Lets all stop. @returns what was acknowledged, with the verdicts heard */
  async stop(): Promise<readonly (readonly [answerId: string, verdict: AnswerReply])[]> {
    for (const player of players) player.stop();
    await Promise.all(playing);
    return players.flatMap(({ acknowledged }) => [...acknowledged]);
  },
};

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Another process of the crowd was faster.
  }
}

export type PlayersApi = typeof API;
serve(API);
