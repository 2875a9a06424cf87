/** Figures of one run of a subject in a layout. Bytes and messages are those that one player received, on average. */

/** Bytes and messages of a stage. */
export interface Received {
  readonly bytes: number;
  readonly messages: number;
}

/** Answering second of a round, the same for every subject. */
export interface AnsweringFigures {
  readonly answers: number;
  /** CPU time of the server an answer, from the first to the last reply, and with the two seconds after it, µs. */
  readonly cpuUs: number;
  /** Part of `cpuUs` that was spent on the main thread. */
  readonly mainThreadCpuUs: number;
  readonly cpuWithAfterUs: number;
  readonly received: Received;
  readonly receivedWithAfter: Received;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly lagMs: number;
  /** Most that the load sent an answer too late, ms, and the share of a core of its busier process. */
  readonly loadLateMs: number;
  readonly loadBusy: number;
}

/** A whole round of ours: opening, answering, reveal and update. */
export interface RoundFigures {
  readonly answering: AnsweringFigures;
  /** Opening of the round; absent for rivals, which have no rounds. */
  readonly opening?: { readonly received: Received; readonly cpuMs: number; readonly lagMs: number };
  /** Reveal and update. */
  readonly closing?: { readonly received: Received; readonly cpuMs: number; readonly lagMs: number };
  readonly round?: Received;
  readonly hostRound?: Received;
}

export interface RunFigures {
  readonly loadAverage: number;
  readonly joinsPerS: number;
  readonly joinLagMs: number;
  readonly joinReceived: Received;
  readonly joinLoadBusy: number;
  /** Growth by joining, bytes a player, after collecting garbage. */
  readonly rssPerPlayer: number;
  readonly heapPerPlayer: number;
  /** The first round is played by a process that has just started, the second by one that is warm. */
  readonly rounds: readonly RoundFigures[];
}
