import { getMessageBytes, Protocol } from '@colyseus/core';

/** Frames that a page sends: WebSocket (RFC 6455), and in it the messages of Colyseus. */

const BINARY = 2;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

const FINAL = 0x80;
const MASKED = 0x80;
/** Mask of every frame: a real one, since a server skips one of zeros. */
const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;
const LONGEST_SHORT = 125;

/** Final frame of a client. @throws {RangeError} a payload of more than 64 KiB */
export function clientFrame(payload: Uint8Array, opcode = BINARY): Buffer {
  if (payload.length > 0xffff) throw new RangeError('a longer frame is not needed here');
  const isShort = payload.length <= LONGEST_SHORT;
  const headerBytes = isShort ? 2 : 4;
  const frame = Buffer.alloc(headerBytes + MASK.length + payload.length);
  frame[0] = FINAL | opcode;
  frame[1] = MASKED | (isShort ? payload.length : LONGEST_SHORT + 1);
  if (!isShort) frame.writeUInt16BE(payload.length, 2);
  frame.set(MASK, headerBytes);
  const start = headerBytes + MASK.length;
  payload.forEach((byte, i) => {
    frame[start + i] = byte ^ MASK[i % MASK.length]!;
  });
  return frame;
}

const MAX_REQUEST_ID = 127;

/** Frame of `room.request(type, payload)`. @throws {RangeError} an id of more than one byte */
export function requestFrame(id: number, type: string, payload: object): Buffer {
  if (id > MAX_REQUEST_ID) throw new RangeError('the id would take more than one byte');
  const message = getMessageBytes.raw(Protocol.ROOM_DATA, type, payload);
  return clientFrame(Buffer.concat([Buffer.from([Protocol.ROOM_REQUEST, id]), message.subarray(1)]));
}

export const JOINED_FRAME = clientFrame(Buffer.from([Protocol.JOIN_ROOM]));
export const ALIVE_FRAME = clientFrame(getMessageBytes.raw(Protocol.ROOM_DATA, 'pong'));
