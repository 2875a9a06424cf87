import type { HostCommand } from './command.ts';

/** Host's commands that name the moment at which they were pressed: each leads the session on. */
type LeadCommand = Extract<HostCommand, { readonly moment: string }>;

/** Command as a button gives it; whoever sends it adds the moment that it sees. */
export type Press<Of extends { readonly type: string } = HostCommand> = Of extends LeadCommand
  ? Omit<Of, 'moment'> & { readonly moment?: string }
  : Of;

const NAMES_MOMENT: Readonly<Record<LeadCommand['type'], true>> = {
  start: true,
  next: true,
  skip: true,
  addTime: true,
  end: true,
  trainMachine: true,
  openVote: true,
  openTrial: true,
  openExitTicket: true,
  playAgain: true,
  continueLesson: true,
};

/** Command that a press becomes. */
export type CommandOf<Pressed> = Pressed extends { readonly type: LeadCommand['type'] }
  ? Pressed & { readonly moment: string }
  : Pressed;

/** Command of a press: with the moment that its sender sees, if it has to name one and does not do so yet. */
export function commandAt<Pressed extends { readonly type: string }>(
  moment: string,
  press: Pressed,
): CommandOf<Pressed> {
  const isLed = Object.hasOwn(NAMES_MOMENT, press.type);
  return (isLed ? { moment, ...press } : press) as CommandOf<Pressed>;
}
