import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface AccessPoint {
  readonly port: number;
  /** Bytes carried so far, both ways. */
  readonly carried: () => number;
  readonly close: () => Promise<void>;
}

interface Link {
  /** Sum of all connections and both ways, as on one radio channel. */
  readonly bytesASecond: number;
  /** One way. */
  readonly delayMs: number;
}

/** Radio channel that all connections share: it carries one piece of data at a time. */
class Channel {
  carried = 0;
  readonly #bytesASecond: number;
  #freeAt = 0;

  constructor(bytesASecond: number) {
    this.#bytesASecond = bytesASecond;
  }

  /** Takes a piece of data. @returns moment at which it has been carried, ms */
  carry(bytes: number): number {
    this.carried += bytes;
    this.#freeAt = Math.max(this.#freeAt, performance.now()) + (1000 * bytes) / this.#bytesASecond;
    return this.#freeAt;
  }
}

/** Passes on what one side sends; a side has one piece in the channel at a time, so that the connections take turns. */
function pass(from: Socket, to: Socket, channel: Channel, delayMs: number): void {
  const onTheWay: Buffer[] = [];
  const arrive = (): void => void to.write(onTheWay.shift()!);
  from.on('data', (piece: Buffer) => {
    const carriedInMs = Math.max(0, channel.carry(piece.length) - performance.now());
    onTheWay.push(piece);
    setTimeout(arrive, carriedInMs + delayMs);
    from.pause();
    setTimeout(() => from.resume(), carriedInMs);
  });
  from.on('error', () => to.destroy());
  from.on('close', () => to.destroy());
}

/** Opens a TCP proxy before a server, shaped as the access point of a classroom. */
export async function openAccessPoint(
  serverPort: number,
  { bytesASecond, delayMs }: Link,
): Promise<AccessPoint> {
  const channel = new Channel(bytesASecond);
  const open = new Set<Socket>();
  const proxy = createServer({ noDelay: true }, (device) => {
    const server = connect({ port: serverPort, host: '127.0.0.1', noDelay: true });
    for (const socket of [device, server]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    pass(device, server, channel, delayMs);
    pass(server, device, channel, delayMs);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    carried: () => channel.carried,
    close: async () => {
      proxy.close();
      for (const socket of open) socket.destroy();
      await once(proxy, 'close');
    },
  };
}
