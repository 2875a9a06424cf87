import type { Strings } from './en';
import { alone } from './ja/alone';
import { acts } from './ja/acts';
import { asks } from './ja/asks';
import { host, projector } from './ja/host';
import { learning } from './ja/learning';
import { lobby } from './ja/lobby';
import { lead } from './ja/lead';
import { mistakes } from './ja/mistakes';
import { people } from './ja/people';
import { play } from './ja/play';
import { plan } from './ja/plan';
import { practise } from './ja/practise';
import { receipt } from './ja/receipt';
import { rules } from './ja/rules';
import { relay } from './ja/relay';
import { shell } from './ja/shell';
import { sheet } from './ja/sheet';
import { together } from './ja/together';
import { warmUp } from './ja/warmUp';

export const ja: Strings = {
  ...shell,
  alone,
  host,
  projector,
  learning,
  lobby,
  play,
  asks,
  practise,
  mistakes,
  receipt,
  rules,
  relay,
  acts,
  lead,
  people,
  plan,
  sheet,
  together,
  warmUp,
};
