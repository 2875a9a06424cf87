import { incomingOf } from '../../src/maths/forward.ts';
import { allUnits, valueOfEdge } from '../../src/maths/unit.ts';
import { networkOf } from '../../src/network/networkFile.ts';
import { type Preset, PRESETS } from '../../src/network/presets.ts';
import type { Lane, Seat } from '../../src/referee/round/run.ts';
import { TestTable } from '../../src/testing/table.ts';
import { table } from '../support.ts';

/** Rounds that are looked at: those of a usual lesson. */
const ROUNDS = 6;
/** Smallest size of a gradient that is not called small. */
const SMALL = 0.01;
const NEARLY = 1e-9;

/** Ways in which a question is degenerate: one of its factors cannot be seen, or its answer says little. */
const KINDS = {
  'f′ = 1': ({ slope }: Asked): boolean => slope !== null && Math.abs(slope - 1) < NEARLY,
  'input ±1': ({ input }: Asked): boolean => Math.abs(Math.abs(input) - 1) < NEARLY,
  'G = 0': ({ G }: Asked): boolean => Math.abs(G) < NEARLY,
  'G below 0.01': ({ G }: Asked): boolean => Math.abs(G) >= NEARLY && Math.abs(G) < SMALL,
} as const;

/** Factors of one question, and its answer. */
interface Asked {
  readonly slope: number | null;
  readonly input: number;
  readonly G: number;
}

function askedOf({ unit, question }: Seat, { pass, truth }: Lane): Asked {
  const edge = question!.edge!;
  return {
    slope: truth.slopes[unit.layer - 1]?.[unit.index] ?? null,
    input: edge.from === 'bias' ? 1 : incomingOf(pass, unit.layer)[edge.from]!,
    G: valueOfEdge(truth.gradients, edge),
  };
}

/** Questions of the first rounds of a session in which every unit has a player, round by round. */
function questionsOf({ file }: Preset): readonly (readonly Asked[])[] {
  const units = allUnits(networkOf(file)).filter(({ layer }) => layer > 0).length;
  const session = TestTable.startedOn(file, units, { samples: 1, parameterKinds: 'weights' });
  return Array.from({ length: ROUNDS }, (_, round) => {
    if (round > 0) session.next(3);
    const { seats, lanes } = session.session.runs['A']!;
    return seats.filter(({ question }) => question).map((seat) => askedOf(seat, lanes[seat.lane]!));
  });
}

/** Table of the degenerate questions of every preset, by kind and by round. */
export function degenerateTable(): string {
  const names = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const rows = PRESETS.map((preset) => {
    const rounds = questionsOf(preset);
    const all = rounds.flat();
    const byKind = names.map((name) => String(all.filter(KINDS[name]).length));
    const byRound = rounds.map(
      (asked) => asked.filter((one) => names.some((name) => KINDS[name](one))).length,
    );
    return [preset.id, String(all.length), ...byKind, byRound.join(' ')];
  });
  return table(['preset', 'questions', ...names, 'any of them, rounds 1 to 6'], rows);
}
