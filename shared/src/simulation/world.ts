import type { Press } from '../referee/press.ts';
import { commandIn } from '../referee/session/moment.ts';
import type { RoomCommand, Stamped } from '../referee/command.ts';
import { decide } from '../referee/decide.ts';
import type { Event } from '../referee/event.ts';
import { evolve } from '../referee/evolve.ts';
import type { Rejection } from '../referee/rejection.ts';
import type { Session } from '../referee/session/state.ts';
import { SeededRandom } from './seededRandom.ts';
import { afterTheEnd, anyHostCommand, leadOf } from './host.ts';
import { drawFile } from './networks.ts';
import { drawPerson, type Person, wishesOf } from './people.ts';
import { drawSettings } from './settings.ts';
import { drawWeather, Wire } from './wire.ts';

/** Check that is called with every state of the world. */
export type Watcher = (session: Session, events: readonly Event[]) => void;

const BEGIN_AT = 1_000_000;
const TICK_MS = 1_000;
/** Largest duration, minutes: more than the longest plan takes with the time of every player doubled twice. */
const MOST_MINUTES = 300;

/**
 * A simulated session: the real referee with a clock, a network and players made from one seed. The same seed always
 * gives the same log.
 */
export class World {
  readonly log: Event[] = [];
  readonly texts = new Map<string, string>();
  readonly rejections = new Map<Rejection, number>();
  session!: Session;
  commands = 0;
  private at = BEGIN_AT;
  private answers = 0;
  private readonly random: SeededRandom;
  private readonly people: Person[] = [];
  private readonly wire: Wire;
  private readonly watch: Watcher;
  /** Probability of any host command at any step. */
  private readonly unrest: number;

  constructor(seed: number, watch: Watcher = () => undefined) {
    const random = new SeededRandom(seed);
    this.random = random;
    this.watch = watch;
    this.wire = new Wire(random, drawWeather(random));
    this.unrest = random.of([0.01, 0.05, 0.2]);
    const file = drawFile(random);
    this.room({ type: 'createSession', id: 's', seed, file, settings: drawSettings(random, file) });
    // A network can be such that these rules find no question in it.
    if (!this.session)
      this.room({ type: 'createSession', id: 's', seed, file, settings: fallback(random, file) });
    const crowd = random.weighted([
      [6, random.whole(1, 5)],
      [2, random.whole(6, 12)],
    ]);
    for (let i = 0; i < crowd; i++) this.join();
    if (random.is(0.95)) this.host({ type: 'start' });
  }

  /** Plays a number of steps, and then sometimes to the end and beyond it. */
  play(): this {
    const steps = this.random.whole(40, 120);
    for (let i = 0; i < steps; i++) {
      if (this.session.status === 'ended' && this.random.is(0.4)) {
        if (this.random.is(0.5)) break;
        this.host(afterTheEnd(this.random));
      }
      this.step();
    }
    if (this.random.is(0.6)) this.host({ type: 'end' });
    if (this.random.is(0.1)) this.host(afterTheEnd(this.random));
    this.pass(120_000);
    return this;
  }

  /**
   * Lets the clock run without any command of a player.
   *
   * @returns whether the session ended by itself; true as well where no rule says that it should
   */
  endsByItself(): boolean {
    const { pacing, rounds, plan, timeFactor } = this.session.settings;
    const isByClock = pacing === 'auto' && (rounds ?? plan) !== null && timeFactor !== 'untimed';
    if (this.session.status !== 'running' || !isByClock) return true;
    this.host({ type: 'resume' });
    for (let i = 0; i < MOST_MINUTES; i++) {
      this.at += 60_000;
      const { activity } = this.session;
      // The host closes the activities that the host has opened.
      if (activity?.deadlineAt === null) this.host({ type: 'next' });
      this.room({ type: 'tick' });
      if (this.log.at(-1)!.type === 'sessionEnded') return true;
    }
    // Weights that training has made infinite need the host.
    return this.rejections.has('notFinite');
  }

  private step(): void {
    const { random } = this;
    this.pass(
      random.weighted([
        [10, random.whole(0, 4_000)],
        [2, random.whole(4_000, 25_000)],
        [0.4, 70_000],
      ]),
    );
    if (random.is(this.unrest)) {
      this.host(
        anyHostCommand(
          random,
          this.session,
          this.people.map(({ id }) => id),
        ),
      );
      return;
    }
    const lead = leadOf(random, this.session);
    if (lead) this.host(lead);
    if (random.is(0.04)) this.presence();
    if (random.is(0.02)) this.away();
    const busy = random.whole(1, 3);
    for (let i = 0; i < busy; i++) this.act();
  }

  private act(): void {
    const person = this.random.of(this.people);
    const newId = (): string => `a${++this.answers}`;
    for (const wish of wishesOf(this.random, this.session, person, this.texts, newId))
      this.wire.send(person.id, wish, this.at);
  }

  private join(): void {
    const person = drawPerson(this.random, `p${this.people.length + 1}`);
    this.people.push(person);
    this.room({ type: 'joinPlayer', player: person.id });
  }

  /** Lets players leave and come back. */
  private presence(): void {
    const { random } = this;
    if (random.is(0.25)) return this.join();
    const player = random.of(this.people).id;
    const isHere = this.session.players[player]?.leftAt === null;
    const type = isHere !== random.is(0.1) ? 'playerLeft' : 'playerReturned';
    this.room({ type, player });
  }

  /** Stops and restarts the server; no message arrives meanwhile. */
  private away(): void {
    const awayMs = this.random.whole(1_000, 90_000);
    this.at += awayMs;
    this.room({ type: 'reopen', awayMs });
  }

  /** Lets time pass: messages arrive, and the clock ticks, now and then late. */
  private pass(ms: number): void {
    const until = this.at + ms;
    const ticks = Math.min(4, Math.ceil(ms / TICK_MS));
    for (let i = 1; i <= ticks; i++) {
      this.arrive(this.at + (until - this.at) / (ticks - i + 1));
      if (!this.random.is(0.1)) this.room({ type: 'tick' });
    }
    this.arrive(until);
  }

  private arrive(until: number): void {
    for (const { from, command, arrivesAt } of this.wire.arrived(until)) {
      this.at = Math.max(this.at, arrivesAt);
      this.take({ command, by: { role: 'player', player: from }, at: this.at });
    }
    this.at = Math.floor(until);
  }

  private host(press: Press): void {
    this.take({ command: commandIn(this.session, press), by: { role: 'host' }, at: this.at });
  }

  private room(command: RoomCommand): void {
    this.take({ command, by: { role: 'room' }, at: this.at });
  }

  private take(stamped: Stamped): void {
    this.commands++;
    const decision = decide(this.session ?? null, stamped, this.texts);
    if (!decision.accepted) {
      this.rejections.set(decision.rejection, (this.rejections.get(decision.rejection) ?? 0) + 1);
      return;
    }
    const { text } = decision;
    if (text) this.texts.set(text.key, text.text);
    if (decision.events.length === 0) return;
    for (const event of decision.events) {
      this.log.push(event);
      this.session = evolve(this.session ?? null, event);
    }
    this.watch(this.session, decision.events);
  }
}

function fallback(random: SeededRandom, file: ReturnType<typeof drawFile>) {
  return {
    ...drawSettings(random, file),
    asks: 'contribution',
    parameterKinds: 'both',
    seat: 'any',
  } as const;
}
