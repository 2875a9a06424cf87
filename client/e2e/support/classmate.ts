import { expect } from '@playwright/test';
import type { JoinReply, JoinRequest } from '@relay/shared/protocol';
import { fold } from '@relay/shared/referee/evolve';
import { askedOf, seatOf } from '@relay/shared/referee/round/progress';
import { rightAnswer } from '@relay/shared/testing/answers';
import { TestClient } from '../../../server/src/testing/TestClient';
import type { GameServer } from './server';

/** Student of a class without a browser: answers over a socket, so that a test can be about another page. */
export class Classmate {
  readonly player: string;
  readonly client: TestClient;
  readonly #server: GameServer;
  readonly #code: string;
  #answers = 0;

  private constructor(server: GameServer, { code, player }: JoinReply, client: TestClient) {
    this.#server = server;
    this.#code = code;
    this.player = player;
    this.client = client;
  }

  static async join(server: GameServer, code: string, nickname: string): Promise<Classmate> {
    const request: JoinRequest = { code, nickname };
    const response = await fetch(`${server.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const reply = (await response.json()) as JoinReply;
    return new Classmate(server, reply, await TestClient.take(server.url, reply.seat));
  }

  /** Answers all open parts of the current round, rightly or each with `raw`. */
  async answer(raw?: string): Promise<void> {
    const { runs } = fold(await this.#server.log(this.#code));
    const run = Object.values(runs).find((one) => seatOf(one, this.player))!;
    const { question, truth } = askedOf(run, seatOf(run, this.player)!)!;
    for (const part of question.parts) {
      const reply = await this.client.say({
        type: 'submitAnswer',
        answerId: `${this.player}-${++this.#answers}`,
        run: run.id,
        round: run.round,
        part,
        raw: raw ?? rightAnswer(truth, part),
      });
      expect(reply).toMatchObject({ accepted: true });
    }
  }
}
