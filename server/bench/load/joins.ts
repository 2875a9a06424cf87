import { serve } from '../processes/serve.ts';
import { HttpConnection } from './httpPost.ts';

/** Process that lets players join over HTTP at a steady rate, and never connects them. */

/** Connections at the same time, at most: a wrong code holds one for up to 2 s. */
const MAX_CONNECTIONS = 2_000;
const EVERY_MS = 20;

/** Joins that were accepted, refused, and never sent because all connections were busy. */
interface JoinCounts {
  readonly accepted: number;
  readonly refused: number;
  readonly late: number;
}

const API = {
  async joinAtRate(
    port: number,
    codes: readonly string[],
    perSecond: number,
    ms: number,
  ): Promise<JoinCounts> {
    const all: HttpConnection[] = [];
    const free: HttpConnection[] = [];
    const another = (): HttpConnection | undefined => {
      if (all.length === MAX_CONNECTIONS) return undefined;
      const made = new HttpConnection(port);
      all.push(made);
      return made;
    };
    const counts = { accepted: 0, refused: 0, late: 0 };
    const since = performance.now();
    let sent = 0;
    const send = (): void => {
      const http = free.pop() ?? another();
      const number = sent++;
      if (!http) {
        counts.late++;
        return;
      }
      http
        .post('/api/join', { code: codes[number % codes.length]!, nickname: `Noise ${number}` })
        .then(
          () => counts.accepted++,
          () => counts.refused++,
        )
        .finally(() => free.push(http));
    };
    while (performance.now() - since < ms) {
      const due = Math.floor((perSecond * (performance.now() - since)) / 1_000);
      for (let left = due - sent; left > 0; left--) send();
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    for (const http of all) http.close();
    return counts;
  },
};

export type JoinsApi = typeof API;
serve(API);
