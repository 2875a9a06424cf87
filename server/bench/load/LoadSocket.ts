import { connect, type Socket } from 'node:net';
import { Protocol, ResponseStatus } from '@colyseus/core';
import { FrameReader } from './FrameReader.ts';
import { ALIVE_FRAME, CLOSE, clientFrame, JOINED_FRAME, PING, PONG, requestFrame } from './frames.ts';

/** Key of the handshake; any 16 bytes will do. */
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const END_OF_HEAD = Buffer.from('\r\n\r\n');
/** Bytes before the name of a room's message: the code, and the length of the name. */
const NAME_AT = 2;
/** Place of the value in a reply `{ accepted: … }`: after code, id, status, the size of the map and its first key. */
const ACCEPTED_AT = 3 + 1 + 1 + 'accepted'.length;
const MSGPACK_FALSE = 0xc2;

/** Message after which a client has entered; `handshake`: entering is the handshake alone. */
export type EnteredBy = 'welcome' | 'joinRoom' | 'handshake';

const nameIn = (head: Buffer): string => head.toString('latin1', NAME_AT, NAME_AT + (head[1]! & 0x1f));

/** WebSocket of one page: answers pings, counts what it is sent, and looks into nothing but replies. */
export class LoadSocket {
  bytes = 0;
  messages = 0;
  rejected = 0;
  /** Why the socket was closed; null while it is open. */
  closed: string | null = null;
  readonly entered: Promise<void>;
  readonly #socket: Socket;
  readonly #enteredBy: EnteredBy;
  readonly #reader = new FrameReader((opcode, bytes, head) => this.#take(opcode, bytes, head));
  readonly #replies = new Map<number, () => void>();
  #requests = 0;
  #handshake: Buffer | null = Buffer.alloc(0);
  #onEntered: () => void = () => {};
  #onFailure: (error: Error) => void = () => {};

  constructor(port: number, path: string, enteredBy: EnteredBy) {
    this.#enteredBy = enteredBy;
    this.entered = new Promise((resolve, reject) => {
      this.#onEntered = resolve;
      this.#onFailure = reject;
    });
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#socket.on('error', (error) => this.#fail(error.message));
    this.#socket.on('close', () => this.#fail('the server closed the connection'));
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    );
  }

  /** Builds a request; `send` sends it. */
  prepare(type: string, payload: object): { id: number; frame: Buffer } {
    const id = this.#requests++;
    return { id, frame: requestFrame(id, type, payload) };
  }

  send({ id, frame }: { readonly id: number; readonly frame: Buffer }, onReply: () => void): void {
    this.#replies.set(id, onReply);
    this.#socket.write(frame);
  }

  close(): void {
    this.closed = 'here';
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    if (!this.#handshake) return this.#reader.push(chunk);
    const received = Buffer.concat([this.#handshake, chunk]);
    const end = received.indexOf(END_OF_HEAD);
    this.#handshake = received;
    if (end < 0) return;
    const status = received.toString('latin1', 0, 'HTTP/1.1 101'.length);
    if (status !== 'HTTP/1.1 101') return this.#fail(status);
    this.#handshake = null;
    if (this.#enteredBy === 'handshake') this.#onEntered();
    this.#reader.push(received.subarray(end + END_OF_HEAD.length));
  }

  #take(opcode: number, bytes: number, head: Buffer): void {
    this.bytes += bytes;
    this.messages += 1;
    if (opcode === PING) this.#socket.write(clientFrame(head, PONG));
    else if (opcode === CLOSE) this.#fail('closed by the server');
    else this.#takeMessage(head);
  }

  #takeMessage(head: Buffer): void {
    switch (head[0]!) {
      case Protocol.JOIN_ROOM:
        this.#socket.write(JOINED_FRAME);
        if (this.#enteredBy === 'joinRoom') this.#onEntered();
        return;
      case Protocol.ROOM_DATA: {
        const name = nameIn(head);
        if (name === 'ping') this.#socket.write(ALIVE_FRAME);
        if (name === this.#enteredBy) this.#onEntered();
        return;
      }
      case Protocol.ROOM_RESPONSE:
        if (head[2] !== ResponseStatus.OK || head[ACCEPTED_AT] === MSGPACK_FALSE) this.rejected += 1;
        return this.#takeReply(head[1]!);
      // An echo is the request itself.
      case Protocol.ROOM_REQUEST:
        return this.#takeReply(head[1]!);
      case Protocol.ERROR:
        return this.#fail(`refused: ${head.toString('latin1', 1)}`);
    }
  }

  #takeReply(id: number): void {
    this.#replies.get(id)?.();
    this.#replies.delete(id);
  }

  #fail(why: string): void {
    this.closed ??= why;
    this.#onFailure(new Error(why));
  }
}
