/** Bytes of a payload that are looked at. */
const HEAD_BYTES = 32;
const LENGTH_IS_UINT16 = 126;
const LENGTH_IS_UINT64 = 127;

interface Header {
  readonly bytes: number;
  readonly payload: number;
}

/** Header of an unmasked frame; null if it is not all there. */
function headerAt(data: Buffer, at: number): Header | null {
  if (data.length - at < 2) return null;
  const length = data[at + 1]! & 0x7f;
  const bytes = length === LENGTH_IS_UINT64 ? 10 : length === LENGTH_IS_UINT16 ? 4 : 2;
  if (data.length - at < bytes) return null;
  if (bytes === 2) return { bytes, payload: length };
  if (bytes === 4) return { bytes, payload: data.readUInt16BE(at + 2) };
  return { bytes, payload: Number(data.readBigUInt64BE(at + 2)) };
}

/** Receives one frame: its opcode, its size with header, and the beginning of its payload. */
type OnFrame = (opcode: number, bytes: number, head: Buffer) => void;

/** Splits what a server sends into WebSocket frames. Payloads are skipped, so that the load stays cheap. */
export class FrameReader {
  readonly #onFrame: OnFrame;
  /** Bytes of the last frame's payload that are still to come. */
  #toSkip = 0;
  /** Beginning of a frame that was cut. */
  #cut: Buffer | null = null;

  constructor(onFrame: OnFrame) {
    this.#onFrame = onFrame;
  }

  push(chunk: Buffer): void {
    const data = this.#cut ? Buffer.concat([this.#cut, chunk]) : chunk;
    this.#cut = null;
    let at = 0;
    for (;;) {
      const skipped = Math.min(this.#toSkip, data.length - at);
      this.#toSkip -= skipped;
      at += skipped;
      if (at === data.length) return;
      const header = headerAt(data, at);
      const head = header && data.subarray(at + header.bytes, at + header.bytes + HEAD_BYTES);
      if (!header || head!.length < Math.min(header.payload, HEAD_BYTES)) {
        this.#cut = data.subarray(at);
        return;
      }
      this.#onFrame(data[at]! & 0x0f, header.bytes + header.payload, head!.subarray(0, header.payload));
      at += header.bytes;
      this.#toSkip = header.payload;
    }
  }
}
