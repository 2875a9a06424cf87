import type { Client } from '@colyseus/core';
import type { Event } from '@relay/shared/referee/event';
import type { PlayerId } from '@relay/shared/referee/session/state';
import { planWordsIn } from '@relay/shared/referee/plan/planWords';
import {
  deltaOf,
  mayWait,
  playersTouchedBy,
  type PlayerView,
  playerView,
  sightOf,
} from '@relay/shared/referee/view';
import type { RoomMessages } from '@relay/shared/protocol';
import type { Admission } from './RoomServices.ts';
import { type ClientSight, encoded, FrameEncoder, sightKey } from './FrameEncoder.ts';
import { gatherWrites } from './gatherWrites.ts';
import { HostRows } from './HostRows.ts';
import type { LiveSession } from './LiveSession.ts';
import { PublicEntries } from './PublicEntries.ts';
import { slices } from './Slices.ts';

/** Wait after an event, so that those of one moment travel together. */
const SOON_MS = 40;
/** Wait after an event that changes a count or one player's progress only. */
const LATER_MS = 1_000;
/** Clients served in one piece of work: their own views together take about a millisecond. */
const STEPS_AT_ONCE = 8;
/** Players told their own view as soon as they have answered; more of them at once are told in slices. */
const MAX_AT_ONCE = 30;
/** Bytes that wait for a client that does not read, at most; it can come back and is sent the whole view. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/** Client with what it was sent last. */
export interface ViewedClient extends Client<{ userData: Shown; auth: Admission; messages: RoomMessages }> {
  readonly ref: Client['ref'] & { readonly bufferedAmount?: number; readonly readyState?: number };
}

/** Views as a client was last sent them. */
export interface Shown {
  sight: ClientSight;
  mine: PlayerView | null;
  /** True when the own view has been sent since the last heartbeat. */
  wasTold: boolean;
}

const NOTHING = {};

/**
 * Views that a room sends: to each client the public entries that it may see, to a player the own view, to a host the
 * rows. Sent as changes, soon after an event, and in slices, so that a round of 1,000 holds nothing up.
 */
export class RoomViews {
  readonly #live: LiveSession;
  readonly #clients: () => Iterable<ViewedClient>;
  readonly #overflow: (client: ViewedClient) => void;
  readonly #failed: (error: unknown) => void;
  readonly #entries = new PublicEntries();
  readonly #frames = new FrameEncoder(this.#entries.shown);
  readonly #ofPlayer = new Map<PlayerId, Set<ViewedClient>>();
  readonly #hosts = new Set<ViewedClient>();
  readonly #rows: HostRows;
  readonly #changedPlayers = new Set<PlayerId>();
  #timer: NodeJS.Timeout | null = null;
  #dueAt = Number.POSITIVE_INFINITY;
  /** True from an event that may not wait until its views are sent: the own views go with them. */
  #isUrgent = false;
  /** False before the first client: until then no view is computed. */
  #hasBegun = false;
  /** Steps that are left of the present round of frames. */
  #work: Iterator<void> | null = null;

  /**
   * @param overflow  called for a client that does not read what it is sent
   * @param failed    called when a view could not be made; later ones are sent all the same
   */
  constructor(
    live: LiveSession,
    clients: () => Iterable<ViewedClient>,
    overflow: (client: ViewedClient) => void,
    failed: (error: unknown) => void,
  ) {
    this.#live = live;
    this.#clients = clients;
    this.#overflow = overflow;
    this.#failed = failed;
    this.#rows = new HostRows(live);
  }

  /** Sends a new client everything that it may see. */
  add(client: ViewedClient): void {
    const { session, names } = this.#live;
    const { role, player } = client.auth!;
    if (!this.#hasBegun) this.#frames.note(this.#entries.refresh(session, names));
    this.#hasBegun = true;
    const sight = player === null ? null : sightOf(session, player);
    client.userData!.sight = sight;
    if (player !== null) {
      const clients = this.#ofPlayer.get(player) ?? new Set();
      this.#ofPlayer.set(player, clients.add(client));
      this.#sendMine(client, playerView(session, player, this.#live.names, this.#live.texts), true);
    }
    this.#send(client, this.#frames.whole(sight));
    if (role !== 'host') return;
    this.#rows.sendAll(this.#hosts.size === 0, (frame) => this.#send(client, frame));
    this.#hosts.add(client);
    this.#sendPlanWords([client]);
  }

  /** Sends hosts the words for the plan's steps, which stand beside the log. */
  #sendPlanWords(hosts: Iterable<ViewedClient>): void {
    if (this.#live.session.settings.plan === null) return;
    const frame = encoded('planWords', { words: planWordsIn(this.#live.texts) });
    for (const host of hosts) this.#send(host, frame);
  }

  remove(client: ViewedClient): void {
    const player = client.auth?.player ?? null;
    this.#hosts.delete(client);
    if (this.#hosts.size === 0) this.#rows.clear();
    if (player === null) return;
    const clients = this.#ofPlayer.get(player);
    clients?.delete(client);
    if (clients?.size === 0) this.#ofPlayer.delete(player);
  }

  clientsOf(player: PlayerId): ReadonlySet<ViewedClient> {
    return this.#ofPlayer.get(player) ?? new Set();
  }

  /** Notes what events have changed, and sends it soon. */
  note(events: readonly Event[]): void {
    if (!this.#hasBegun) return;
    const { session } = this.#live;
    this.#entries.markStale(session, events);
    let wait = LATER_MS;
    if (events.some(({ type }) => type === 'planChanged')) this.#sendPlanWords(this.#hosts);
    for (const event of events) {
      if (!mayWait(event)) {
        wait = SOON_MS;
        this.#isUrgent = true;
      }
      for (const player of playersTouchedBy(session, event)) {
        this.#changedPlayers.add(player);
        if (this.#hosts.size > 0) this.#rows.note(player);
      }
    }
    // After the reply to the command, which is on its way.
    if (wait === LATER_MS) {
      slices.add(() => this.#attempt(() => this.#sendOwnViews()));
      if (this.#changedPlayers.size <= MAX_AT_ONCE)
        for (const player of this.#changedPlayers) this.clientsOf(player).forEach(gatherWrites);
    }
    this.#schedule(wait);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#work = null;
  }

  #schedule(wait: number): void {
    const at = performance.now() + wait;
    if (at >= this.#dueAt) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#dueAt = at;
    this.#timer = setTimeout(() => this.#begin(), wait);
  }

  /** Begins to send what has changed; a change during that waits until it is done. */
  #begin(): void {
    this.#timer = null;
    this.#dueAt = Number.POSITIVE_INFINITY;
    if (this.#work) return this.#schedule(SOON_MS);
    this.#work = this.#steps();
    this.#continue();
  }

  #continue(): void {
    slices.add(() => {
      this.#attempt(() => {
        for (let i = 0; this.#work && i < STEPS_AT_ONCE; i++) if (this.#work.next().done) this.#work = null;
      });
      if (this.#work) this.#continue();
    });
  }

  /** Reports an error: thrown out of a timer, it would leave a round of frames begun for good. */
  #attempt(task: () => void): void {
    try {
      task();
    } catch (error) {
      this.#work = null;
      this.#failed(error);
    }
  }

  *#steps(): Generator<void, void> {
    const { session, names } = this.#live;
    this.#frames.note(this.#entries.refresh(session, names));
    const players = new Set(this.#changedPlayers);
    this.#changedPlayers.clear();
    this.#isUrgent = false;
    yield;
    for (const client of [...this.#clients()]) {
      if (this.#showTo(client, players)) yield;
    }
    yield* this.#rows.sendChanged((frame) => {
      for (const host of this.#hosts) this.#send(host, frame);
    });
  }

  /** Sends a client what has changed of the own view, and of the entries; all of them where it sees another lane now. */
  #showTo(client: ViewedClient, players: ReadonlySet<PlayerId>): boolean {
    const { player } = client.auth!;
    const shown = client.userData;
    // A client that has not been added yet is sent the whole view then.
    if (!shown || (player !== null && !this.#ofPlayer.get(player)?.has(client))) return false;
    const { session, names, texts } = this.#live;
    const sight = player === null ? null : sightOf(session, player);
    const isMoved = sightKey(sight) !== sightKey(shown.sight);
    shown.sight = sight;
    const frame = isMoved ? this.#frames.whole(sight) : this.#frames.changed(sight);
    if (player !== null && players.has(player))
      this.#sendMine(client, playerView(session, player, names, texts), frame !== null);
    if (frame) this.#send(client, frame);
    return frame !== null;
  }

  #sendOwnViews(): void {
    if (this.#work || this.#isUrgent || this.#changedPlayers.size > MAX_AT_ONCE) return;
    for (const player of [...this.#changedPlayers]) this.#sendOwnView(player);
  }

  #sendOwnView(player: PlayerId): void {
    this.#changedPlayers.delete(player);
    const clients = this.#ofPlayer.get(player);
    if (!clients) return;
    const view = playerView(this.#live.session, player, this.#live.names, this.#live.texts);
    for (const client of clients) this.#sendMine(client, view, false);
  }

  #sendMine(client: ViewedClient, view: PlayerView, withView: boolean): void {
    const shown = client.userData!;
    const delta = deltaOf({ ...(shown.mine ?? NOTHING) }, { ...view });
    const whole = shown.mine === null;
    shown.mine = view;
    if (!delta) return;
    shown.wasTold = true;
    this.#send(client, encoded('mine', { whole, delta, ...(withView && { withView }) }));
  }

  #send(client: ViewedClient, frame: Uint8Array): void {
    if ((client.ref.bufferedAmount ?? 0) > MAX_WAITING_BYTES) return this.#overflow(client);
    client.enqueueRaw(frame);
  }
}
