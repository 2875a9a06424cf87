import { hostActivities } from './hostActivities';
import { hostConsole } from './hostConsole';
import { people } from './people';
import { plan } from './plan';
import { rules } from './rules';
import { sessionControl } from './sessionControl';
import { host, projector } from './host';
import { guide } from './guide';
import { sheets } from './sheets';

/** Words of hosts and projectors, besides those of players. */
export const hosting = {
  hostConsole,
  host,
  projector,
  rules,
  hostActivities,
  sessionControl,
  people,
  plan,
  sheets,
  guide,
};
