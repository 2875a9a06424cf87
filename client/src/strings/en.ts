import { alone } from './en/alone';
import { acts } from './en/acts';
import { asks } from './en/asks';
import { host, projector } from './en/host';
import { learning } from './en/learning';
import { lobby } from './en/lobby';
import { lead } from './en/lead';
import { mistakes } from './en/mistakes';
import { people } from './en/people';
import { play } from './en/play';
import { plan } from './en/plan';
import { practise } from './en/practise';
import { receipt } from './en/receipt';
import { relay } from './en/relay';
import { rules } from './en/rules';
import { shell } from './en/shell';
import { sheet } from './en/sheet';
import { together } from './en/together';
import { warmUp } from './en/warmUp';

/** Texts that a person reads or hears, in English. The Japanese file has the same keys. */
export const en = {
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
  relay,
  rules,
  acts,
  lead,
  people,
  plan,
  sheet,
  together,
  warmUp,
};

export type Strings = typeof en;
