import type { Strings } from './en';
import { alone } from './ja/alone';
import { asks } from './ja/asks';
import { host, projector } from './ja/host';
import { learning } from './ja/learning';
import { lobby } from './ja/lobby';
import { mistakes } from './ja/mistakes';
import { play } from './ja/play';
import { practise } from './ja/practise';
import { receipt } from './ja/receipt';
import { rules } from './ja/rules';
import { relay } from './ja/relay';
import { shell } from './ja/shell';

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
};
