import { selfPaced } from './en/selfPaced';
import { hostActivities } from './en/hostActivities';
import { questions } from './en/questions';
import { host, projector } from './en/host';
import { learning } from './en/learning';
import { lobby } from './en/lobby';
import { sessionControl } from './en/sessionControl';
import { mistakes } from './en/mistakes';
import { people } from './en/people';
import { play } from './en/play';
import { plan } from './en/plan';
import { practise } from './en/practise';
import { receipt } from './en/receipt';
import { relay } from './en/relay';
import { rules } from './en/rules';
import { shell } from './en/shell';
import { exitTicket } from './en/exitTicket';
import { activities } from './en/activities';
import { warmUp } from './en/warmUp';

/** Texts that a person reads or hears, in English. The Japanese file has the same keys. */
export const en = {
  ...shell,
  selfPaced,
  host,
  projector,
  learning,
  lobby,
  play,
  questions,
  practise,
  mistakes,
  receipt,
  relay,
  rules,
  hostActivities,
  sessionControl,
  people,
  plan,
  exitTicket,
  activities,
  warmUp,
};

export type Strings = typeof en;
