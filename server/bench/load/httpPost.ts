import { connect, type Socket } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';

/** Tells whether a response is all there. */
function isWhole(response: string): boolean {
  const head = response.indexOf(END_OF_HEAD);
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(response.slice(0, head))?.[1];
  if (length === undefined) return response.endsWith(LAST_CHUNK);
  return Buffer.byteLength(response) >= head + END_OF_HEAD.length + Number(length);
}

/** HTTP connection of one player, kept open between its requests as a browser does. */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #port: number;
  #received = '';
  #onResponse: (response: string) => void = () => {};
  #onFailure: (error: Error) => void = () => {};

  constructor(port: number) {
    this.#port = port;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.setEncoding('utf8');
    this.#socket.on('data', (chunk: string) => {
      this.#received += chunk;
      if (isWhole(this.#received)) this.#onResponse(this.#received);
    });
    this.#socket.on('error', (error) => this.#onFailure(error));
    this.#socket.on('close', () => this.#onFailure(new Error('the server closed the connection')));
  }

  /** @throws {Error} a reply other than 200 */
  async post<Reply>(path: string, body: object): Promise<Reply> {
    const json = JSON.stringify(body);
    const response = await new Promise<string>((resolve, reject) => {
      this.#received = '';
      this.#onResponse = resolve;
      this.#onFailure = reject;
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.#port}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${Buffer.byteLength(json)}${END_OF_HEAD}${json}`,
      );
    });
    const text = response.slice(response.indexOf('{'), response.lastIndexOf('}') + 1);
    if (!response.startsWith('HTTP/1.1 200')) throw new Error(`${path}: ${response.slice(0, 12)} ${text}`);
    return JSON.parse(text) as Reply;
  }

  close(): void {
    this.#socket.destroy();
  }
}
