import { activities } from './activities';
import { exitTicket } from './exitTicket';
import { learning } from './learning';
import { mistakes } from './mistakes';
import { play } from './play';
import { practise } from './practise';
import { questions } from './questions';
import { receipt } from './receipt';
import { relay } from './relay';
import { selfPaced } from './selfPaced';
import { warmUp } from './warmUp';

/** Words of players, besides the first ones. */
export const playing = {
  play,
  learning,
  questions,
  practise,
  mistakes,
  receipt,
  relay,
  selfPaced,
  exitTicket,
  activities,
  warmUp,
};
