import { LOG_MISSING } from '../journal/logMissing.ts';
import type { CheckedSession } from './checkedSession.ts';
import type { CheckedFile } from './checkFile.ts';
import type { Salvage, SalvagedSession } from './salvageJournal.ts';

/** Reports of `journal check` and `journal salvage`, in sentences for the terminal. */

const number = (count: number): string => count.toLocaleString('en');
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;
const nameOf = ({ code, id }: { readonly code: string | null; readonly id: string }): string =>
  code === null ? `Session ${id} (its code is lost)` : `Session ${code} (${id})`;

/** The part of a sentence behind "Session … cannot be opened: ". */
const reasonIn = (problem: string): string => problem.replace(/^Session \S+ cannot be opened: /u, '');

const STATES = { unfinished: 'not ended', ended: 'ended', erased: 'erased' } as const;

function checkedLine(session: CheckedSession): string {
  const { problem, events, whole, players, state } = session;
  const name = nameOf(session);
  if (state === 'erased') return `${name}: erased; nothing about people is left.`;
  if (problem?.startsWith(`Session ${session.id} can be opened`))
    return `${name}: ${problem.replace(/^Session \S+ /u, '')}`;
  if (problem !== null)
    return `${name}: cannot be opened: ${reasonIn(problem)} ${number(whole)} of its ${counted(events, 'event')} could be saved.`;
  return `${name}: whole; ${counted(events, 'event')}, ${counted(players, 'player')}, ${STATES[state]}.`;
}

/** Lines about the sessions of a journal that can be read. */
export function sessionLines(sessions: readonly CheckedSession[]): string[] {
  const events = sessions.reduce((sum, session) => sum + session.events, 0);
  const whole = sessions.filter(({ problem }) => problem === null).length;
  const all = `In all: ${counted(sessions.length, 'session')}, of which ${number(whole)} whole; ${counted(events, 'event')}.`;
  return [...sessions.map(checkedLine), all];
}

/** Lines about the file itself. */
export function fileLines({ damage, isLogMissing }: CheckedFile): string[] {
  const lines =
    damage.length === 0
      ? ['The file is whole: every page can be read.']
      : [`The file is damaged: ${damage.join('; ')}.`];
  return isLogMissing ? [...lines, LOG_MISSING] : lines;
}

function salvagedLine(session: SalvagedSession): string {
  const { state, events, known, problem, isNewCode, isPaused } = session;
  const name = nameOf(session);
  if (state === 'erased') return `${name}: had been erased, and stays so.`;
  if (state === 'lost') return `${name}: lost; ${reasonIn(problem!)}`;
  const parts: string[] = [];
  if (isNewCode) parts.push('Its code was lost; this is a new one.');
  if (state === 'cut')
    parts.push(
      `Its log ends there: ${reasonIn(problem!)} At least ${counted(known - events, 'event')} lost.`,
    );
  if (isPaused) parts.push('It is paused there.');
  parts.push(...peopleLost(session));
  return `${name}: ${state === 'saved' ? 'whole' : 'saved in part'}; ${counted(events, 'event')}. ${parts.join(' ')}`.trim();
}

function peopleLost({ lostNames, lostDevices, hasHost }: SalvagedSession): string[] {
  return [
    ...(lostNames > 0 ? [`${counted(lostNames, 'name')} lost.`] : []),
    ...(lostDevices > 0 ? [`${counted(lostDevices, 'player')} must join again.`] : []),
    ...(hasHost ? [] : ["The host's page does not open it any more."]),
  ];
}

/** Lines about what can be or has been saved of a damaged journal. */
export function salvageLines({ sessions, events, damagedFrames }: Salvage): string[] {
  const count = (state: SalvagedSession['state']): string =>
    number(sessions.filter((session) => session.state === state).length);
  const frames =
    damagedFrames === null || damagedFrames === 0
      ? []
      : [`In the file "-wal" ${counted(damagedFrames, 'page')} could not be read.`];
  const all = `In all: ${counted(sessions.length, 'session')}: ${count('saved')} whole, ${count('cut')} in part, ${count('lost')} lost, ${count('erased')} erased before; ${counted(events, 'event')}.`;
  return [...sessions.map(salvagedLine), ...frames, all];
}

/** Tells if everything that a salvage found is whole. */
export function isWhole({ sessions, damagedFrames }: Salvage): boolean {
  return !damagedFrames && sessions.every(({ state }) => state === 'saved' || state === 'erased');
}
