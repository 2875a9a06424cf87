import type { Topic } from './book.ts';

interface Person {
  /** The rounds in which it sat. */
  rounds: string;
  outputs: number;
}

/** Takes a person into the bounds of those who sat in the same rounds. */
function widen(bounds: Map<string, [least: number, most: number]>, { rounds, outputs }: Person): void {
  const [least, most] = bounds.get(rounds) ?? [outputs, outputs];
  bounds.set(rounds, [Math.min(least, outputs), Math.max(most, outputs)]);
}

/**
 * Everyone plays output and hidden units equally often: of two people who have sat in the same rounds none has been at
 * outputs more than once more often than the other. Not where the host has told somebody of the team where to sit.
 */
export function rotation(): Topic {
  const people = new Map<string, Person>();
  /** Runs in which somebody was told where to sit. */
  const led = new Set<string>();
  return (event, book, rule) => {
    if (event.type === 'playerMoved' && event.unit !== null) led.add(event.run);
    if (event.type === 'sessionBeganAgain' && !event.keepsTeams) led.clear();
    if (event.type !== 'roundOpened') return;
    const run = book.runs.get(event.run);
    if (!run || run.kind === 'warmUp') return;
    const outputLayer = run.network.layers.length;
    const bounds = new Map<string, [least: number, most: number]>();
    for (const { player, unit } of event.seats) {
      if (player === null) continue;
      const person = people.get(player) ?? { rounds: '', outputs: 0 };
      // A round in which somebody was told where to sit makes nobody comparable to who was in it.
      const mark = run.kind === 'own' ? 'own' : led.has(run.id) ? `${run.id}:${player}` : run.id;
      person.rounds += ` ${mark}/${event.at}/${event.round}`;
      if (unit.layer === outputLayer) person.outputs++;
      people.set(player, person);
      widen(bounds, person);
    }
    for (const [least, most] of bounds.values())
      rule(most - least <= 1, 'everyone is at outputs as often as the others');
  };
}
