import { table } from '../../../shared/bench/support.ts';
import type { SelfTime } from '../subjects/profile.ts';

/** Functions in which a stage spends its time. */
export interface StageProfile {
  readonly stage: string;
  readonly functions: readonly SelfTime[];
}

export function profileTables(profiles: readonly StageProfile[]): string {
  return profiles
    .map(({ stage, functions }) =>
      table(
        [stage, '% of working time'],
        functions.map(([what, percent]) => [what, percent.toFixed(1)]),
      ),
    )
    .join('\n\n');
}
