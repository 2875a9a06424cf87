import type { MachineMove, WeightMove } from '../ownRuns/catchUpRound.ts';
import type { Event } from '../event.ts';
import type { Run } from '../round/run.ts';
import type { Session } from '../session/state.ts';
import { withRun } from './change.ts';

type Of<Type> = Extract<Event, { type: Type }>;

/** Facts of a run that a change of its weights touches. */
function learnt(
  run: Run,
  { parameters, loss, reference, unrounded }: WeightMove & Pick<MachineMove, 'unrounded'>,
): Pick<Run, 'network' | 'losses' | 'reference' | 'referenceLosses' | 'extraQuestions'> {
  const network = unrounded ? { ...run.network, snap: null } : run.network;
  return {
    // Extra questions were about the network before the change.
    extraQuestions: {},
    network: { ...network, ...parameters },
    losses: [...run.losses, loss],
    reference: reference && { ...network, ...reference.parameters },
    referenceLosses: [...run.referenceLosses, reference?.loss ?? loss],
  };
}

/** Applies the update of a round. */
export function weightsUpdated(session: Session, event: Of<'weightsUpdated'>): Session {
  return withRun(session, event.run, (run) => ({
    ...run,
    ...learnt(run, event),
    movedBy: [...run.movedBy, { type: 'round', round: event.round }],
    updates: run.updates + 1,
    phase: { name: 'update', since: event.at },
    deadlines: { ...run.deadlines, phase: event.phaseEndsAt },
    lastUpdate: {
      round: event.round,
      before: { weights: run.network.weights, biases: run.network.biases },
      gradients: event.gradients,
      target: event.target,
      shares: event.shares,
    },
  }));
}

/** Applies training by the machine. */
export function machineTrained(session: Session, event: Of<'machineTrained'>): Session {
  return withRun(session, event.run, (run) => ({
    ...run,
    ...learnt(run, event),
    cursor: event.cursor,
    movedBy: [
      ...run.movedBy,
      { type: 'machine', steps: event.steps, ...(event.unrounded ? { unrounded: true } : {}) },
    ],
  }));
}
