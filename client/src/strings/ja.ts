import type { Strings } from './en';
import { selfPaced } from './ja/selfPaced';
import { hostActivities } from './ja/hostActivities';
import { questions } from './ja/questions';
import { host, projector } from './ja/host';
import { learning } from './ja/learning';
import { lobby } from './ja/lobby';
import { sessionControl } from './ja/sessionControl';
import { mistakes } from './ja/mistakes';
import { people } from './ja/people';
import { play } from './ja/play';
import { plan } from './ja/plan';
import { practise } from './ja/practise';
import { receipt } from './ja/receipt';
import { rules } from './ja/rules';
import { relay } from './ja/relay';
import { shell } from './ja/shell';
import { exitTicket } from './ja/exitTicket';
import { activities } from './ja/activities';
import { warmUp } from './ja/warmUp';

export const ja: Strings = {
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
  rules,
  relay,
  hostActivities,
  sessionControl,
  people,
  plan,
  exitTicket,
  activities,
  warmUp,
};
