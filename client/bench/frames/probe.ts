/** Frames and script time of a page since the last reset. */
export interface Drawn {
  /** Script time of each frame in which something was drawn or cleared, ms. */
  readonly frameMs: readonly number[];
  /** Callbacks of requestAnimationFrame in which nothing was drawn. */
  readonly withoutDrawing: number;
  /** Draw calls of WebGL in all frames. */
  readonly calls: number;
  readonly seconds: number;
}

/**
 * Counts draw calls of WebGL, and the script time of every animation frame. Runs in the page before its own scripts, so it contains all
 * that it calls.
 */
export function installProbe(): void {
  const kept = globalThis as unknown as { takeDrawn: () => Drawn; onDrawn?: (frames: number) => void };
  let frameMs: number[] = [];
  let withoutDrawing = 0;
  let calls = 0;
  let clears = 0;
  let since = performance.now();
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const own = kind.prototype as unknown as Record<string, (...args: unknown[]) => void>;
    for (const name of ['clear', 'drawElements', 'drawArrays']) {
      const draw = own[name]!;
      own[name] = function counted(this: unknown, ...args: unknown[]): void {
        if (name === 'clear') clears++;
        else calls++;
        draw.apply(this, args);
      };
    }
  }
  const ask = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) =>
    ask((time) => {
      const [before, beganAt] = [calls + clears, performance.now()];
      callback(time);
      if (calls + clears > before) {
        frameMs.push(performance.now() - beganAt);
        kept.onDrawn?.(frameMs.length);
      } else withoutDrawing++;
    });
  kept.takeDrawn = () => {
    const now = performance.now();
    const taken = { frameMs, withoutDrawing, calls, seconds: (now - since) / 1000 };
    [frameMs, withoutDrawing, calls, since] = [[], 0, 0, now];
    return taken;
  };
}
