import type { Command } from '../referee/command.ts';
import type { PlayerId } from '../referee/session/state.ts';
import type { SeededRandom } from './seededRandom.ts';

/** A command on its way from a player to the room. */
export interface Message {
  readonly from: PlayerId;
  readonly command: Command;
  readonly arrivesAt: number;
}

/** Quality of all players' connections. */
export interface Weather {
  readonly lost: number;
  readonly doubled: number;
  readonly mostDelayMs: number;
}

export const drawWeather = (random: SeededRandom): Weather =>
  random.of([
    { lost: 0, doubled: 0, mostDelayMs: 50 },
    { lost: 0.05, doubled: 0.1, mostDelayMs: 2_000 },
    { lost: 0.2, doubled: 0.3, mostDelayMs: 30_000 },
  ]);

/**
 * A network that loses, duplicates, delays and reorders messages. A lost message is sent again until it has arrived.
 */
export class Wire {
  private readonly onTheWay: Message[] = [];
  private readonly random: SeededRandom;
  private readonly weather: Weather;

  constructor(random: SeededRandom, weather: Weather) {
    this.random = random;
    this.weather = weather;
  }

  send(from: PlayerId, command: Message['command'], at: number): void {
    const { lost, doubled, mostDelayMs } = this.weather;
    let since = at;
    // An answer is sent again until it is acknowledged; any other command a player would have to give again.
    while (this.random.is(lost)) {
      if (command.type !== 'submitAnswer') return;
      since += 2_000;
    }
    const copies = this.random.is(doubled) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      const arrivesAt = since + Math.floor(this.random.next() ** 3 * mostDelayMs);
      this.onTheWay.push({ from, command, arrivesAt });
    }
  }

  /** Removes and returns the messages that have arrived at `at`, in order of arrival. */
  arrived(at: number): Message[] {
    const here = this.onTheWay.filter(({ arrivesAt }) => arrivesAt <= at);
    if (here.length === 0) return here;
    const still = this.onTheWay.filter(({ arrivesAt }) => arrivesAt > at);
    this.onTheWay.splice(0, this.onTheWay.length, ...still);
    return here.sort((a, b) => a.arrivesAt - b.arrivesAt);
  }
}
