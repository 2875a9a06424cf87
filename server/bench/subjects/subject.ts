import type { KeyedCommand } from '../load/load.ts';
import type { METER } from './meter.ts';

/** Subjects of the benchmark: our server, and those it is compared with. */

export const SUBJECTS = ['ours', 'bare', 'bare + journal', 'raw echo'] as const;
export type SubjectName = (typeof SUBJECTS)[number];

/** Functions of a rival's process. */
export type RivalApi = typeof METER & {
  /** Listens. @returns the port, and the ids of its rooms, if it has rooms */
  open(rooms: number): Promise<{ readonly port: number; readonly roomIds: readonly string[] }>;
};

/** Functions of the process of our server, which also looks into its sessions. */
export type OursApi = typeof METER & {
  open(): Promise<{ readonly port: number; readonly hostCode: string }>;
  /** Phases in which the teams are, without doubles; `lobby` before the start. */
  phases(): readonly string[];
  /** Moments at which the sessions are, without doubles. */
  moments(): readonly string[];
  /** Right answers to all parts that are asked and not yet settled. */
  rightAnswers(): readonly KeyedCommand[];
};

/** Node options of every subject's process. */
export const NODE_OPTIONS = ['--expose-gc'] as const;
/** Node options of our server: also those with which `npm start` runs it. */
export const OUR_NODE_OPTIONS = [...NODE_OPTIONS, '--max-semi-space-size=8'] as const;
