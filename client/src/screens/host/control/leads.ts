import type { HostCommand } from '@relay/shared/referee/command';

/** Presses that give the buttons another meaning. More time does not. */
export const LEADS: ReadonlySet<string> = new Set<HostCommand['type']>([
  'start',
  'next',
  'skip',
  'pause',
  'resume',
  'lock',
  'end',
  'trainMachine',
  'openVote',
  'openTrial',
  'openExitTicket',
  'playAgain',
  'continueLesson',
]);
