import { alone } from './en/alone';
import { asks } from './en/asks';
import { host, projector } from './en/host';
import { learning } from './en/learning';
import { lobby } from './en/lobby';
import { mistakes } from './en/mistakes';
import { play } from './en/play';
import { practise } from './en/practise';
import { receipt } from './en/receipt';
import { relay } from './en/relay';
import { rules } from './en/rules';
import { shell } from './en/shell';

/** Everything that a person reads or hears, in English. The Japanese file has the same keys. */
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
};

export type Strings = typeof en;
