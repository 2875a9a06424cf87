/** Seconds for which a connection is watched; a message is sent in each of them. */
export const CHECK_SECONDS = 30;
/** Wait for the reply to one message, ms; later it counts as lost. */
export const REPLY_WITHIN_MS = 3_000;
/** Delay from which on a player notices that the verdict is late, ms. */
const SLOW_MS = 1_000;
/** Messages without a reply that say nothing yet: one can get lost anywhere. */
const FEW_LOST = 1;

/** Measurements of a check so far. */
export interface Measured {
  /** Result of loading a page of the server anew; null: not tried yet. */
  readonly server: 'reached' | 'missing' | null;
  /** Outcome of opening a WebSocket; `full`: the server is checking too many pages. */
  readonly socket: 'open' | 'blocked' | 'full' | null;
  readonly sent: number;
  readonly answered: number;
  readonly slowestMs: number;
  /** Times that the open socket was closed. */
  readonly breaks: number;
  /** Pages that are being checked at the server, this one included. */
  readonly devices: number;
  readonly isOver: boolean;
}

export const NOTHING_MEASURED: Measured = {
  server: null,
  socket: null,
  sent: 0,
  answered: 0,
  slowestMs: 0,
  breaks: 0,
  devices: 0,
  isOver: false,
};

/** Findings of a check, the worst first. */
export const FINDINGS = ['noServer', 'full', 'noSocket', 'unstable', 'slow', 'fine'] as const;
export type Finding = (typeof FINDINGS)[number];

/** Finding that measurements amount to; null while the check goes on. */
export function findingOf(measured: Measured): Finding | null {
  const { server, socket, sent, answered, slowestMs, breaks, isOver } = measured;
  if (!isOver) return null;
  if (server !== 'reached') return 'noServer';
  if (socket === 'full') return 'full';
  if (socket !== 'open') return 'noSocket';
  if (breaks > 0 || sent - answered > FEW_LOST) return 'unstable';
  return slowestMs > SLOW_MS ? 'slow' : 'fine';
}
