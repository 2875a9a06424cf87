import type { Topic } from './book.ts';

interface Person {
  /** Rounds in which the player had a seat. */
  rounds: string;
  outputs: number;
}

/** Extends the bounds of the players who sat in the same rounds by one player. */
function widen(bounds: Map<string, [least: number, most: number]>, { rounds, outputs }: Person): void {
  const [least, most] = bounds.get(rounds) ?? [outputs, outputs];
  bounds.set(rounds, [Math.min(least, outputs), Math.max(most, outputs)]);
}

/**
 * Rule of rotation: output and hidden units are played equally often. Of two players who sat in the same rounds neither
 * was at outputs more than once more often than the other. Teams with a seat override are exempt.
 */
export function rotation(): Topic {
  const people = new Map<string, Person>();
  /** Runs with a seat override. */
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
      // A round with a seat override makes its players incomparable.
      const mark = run.kind === 'own' ? 'own' : led.has(run.id) ? `${run.id}:${player}` : run.id;
      person.rounds += ` ${mark}/${event.at}/${event.round}`;
      if (unit.layer === outputLayer) person.outputs++;
      people.set(player, person);
      widen(bounds, person);
    }
    for (const [least, most] of bounds.values())
      rule(most - least <= 1, 'players are at outputs equally often');
  };
}
