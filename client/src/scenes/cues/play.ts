import type { Cue } from '../../picture/stage';
import type { Movement } from '../motion';
import type { NetworkView } from '../networkView';
import { playCheer } from './cheer';
import { playForward } from './forward';
import { playParcels } from './parcels';
import { stillSteps, stillVerdict } from './still';
import { playUpdate } from './update';
import { playVerdict } from './verdict';

/** Plays a cue, or shows its still form with reduced motion. */
export function playCue(view: NetworkView, cue: Cue, movement: Movement, still: boolean): Promise<void> {
  switch (cue.type) {
    case 'forward':
      return still ? stillSteps(view, movement, cue) : playForward(view, movement, cue.layers);
    case 'parcels':
      return still ? stillSteps(view, movement, cue) : playParcels(view, movement, cue.layers);
    case 'cheer':
      return playCheer(view, movement, still);
    case 'verdict':
      return still
        ? stillVerdict(view, movement, cue.unit, cue.correct)
        : playVerdict(view, cue.unit, cue.correct, movement);
    case 'update':
      return playUpdate(view, cue.before, movement, still);
  }
}
