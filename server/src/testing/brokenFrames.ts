import type { TestClient } from './TestClient.ts';

/** Frames that a client sends for its messages, without sending them. */
export function framesOf(client: TestClient): Uint8Array[] {
  const { connection } = client.room;
  const frames: Uint8Array[] = [];
  const send = connection.send.bind(connection);
  connection.send = (data) => void frames.push(new Uint8Array(data as Uint8Array));
  const answer = { type: 'submitAnswer', answerId: 'abcdefgh', run: 'A', round: 1, part: 'G', raw: '1.5' };
  client.room.send('command', answer);
  client.room.send('pong');
  client.room.send('nope', [1, 2.5, 'x', null, new Date(0), new Map([[1, 2]])]);
  client.room.sendBytes('command', new Uint8Array([1, 2, 3]));
  void client.room.request('command', answer, { timeout: 1 }).catch(() => {});
  connection.send = send;
  return frames;
}

/** A frame with a few random changes. @param random  gives a whole number from 0 to below its argument */
export function mutate(frame: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = [...frame];
  for (let changes = 1 + random(4); changes > 0; changes--) {
    const at = random(bytes.length + 1);
    const kind = random(4);
    if (kind === 0) bytes[at] = random(256);
    else if (kind === 1) bytes.splice(at, 0, random(256), random(256));
    else if (kind === 2) bytes.splice(at, 1 + random(8));
    else bytes = [...bytes.slice(0, at), ...Array.from({ length: random(40) }, () => random(256))];
  }
  return Uint8Array.from(bytes.map((byte) => byte ?? 0));
}
