import { type Signal, signal } from '@preact/signals';
import type { ClientCommand, Reply, Role, RoomMessages } from '@relay/shared/protocol';
import type { Press } from '@relay/shared/referee/press';
import { applyDelta } from '@relay/shared/referee/view/delta';
import { EMPTY_VIEW, withEntries } from '@relay/shared/referee/view/entries';
import type { PlayerView } from '@relay/shared/referee/view/playerView';
import type { PublicView } from '@relay/shared/referee/view/publicView';
import type { HttpRejection } from './httpClient';
import { eraseTraces } from './eraseTraces';
import { forgetTab, keepPlayer } from './keptPlayers';
import { keepBanned } from './tokenStore';
import { Link, type LinkListener, type Trouble } from './link';
import { ownKey } from './ownKey';
import { Outbox } from './outbox';
import { pageNow } from './pageClock';
import { ServerClock } from './serverClock';
import { commandOf, type Table, type TableState } from './table';

/** Wait before an answer is sent again when the connection itself is up. */
const RESEND_MS = 1_500;

const AT_FIRST: Omit<TableState, 'code' | 'player' | 'nickname'> = {
  connection: 'connecting',
  trouble: null,
  projectorToken: null,
  view: null,
  mine: null,
  rows: {},
  clockOffsetMs: 0,
};

export interface RoomEntry {
  readonly role: Role;
  readonly code: string;
  readonly token: string;
  /** Player under whose id unacknowledged answers are kept; null for host and projector. */
  readonly player: string | null;
  readonly nickname: string | null;
}

/** The table over a Colyseus room. Reconnects for as long as the page is open. */
class ColyseusTable implements Table, LinkListener {
  readonly role: Role;
  readonly state: Signal<TableState>;
  readonly #seating: RoomEntry;
  readonly #outbox: Outbox | null;
  readonly #clock = new ServerClock();
  readonly #link: Link;
  /** Public view; `state.view` has a player's own run put over it. */
  #public: PublicView = EMPTY_VIEW;
  /** Own view as last received; shown together with the public one. */
  #own: PlayerView | null = null;
  #resend: ReturnType<typeof setTimeout> | undefined;

  constructor(seating: RoomEntry) {
    const { role, code, player, nickname } = seating;
    this.role = role;
    this.#seating = seating;
    this.state = signal({ ...AT_FIRST, code, player, nickname });
    this.#outbox = player === null ? null : new Outbox(ownKey('outbox', code, player));
    this.#link = new Link(code, seating.token, this);
  }

  async send(press: Press<ClientCommand>): Promise<Reply> {
    const command = commandOf(press, this.state.value.view);
    if (command.type === 'submitAnswer' && this.#outbox) {
      const verdict = this.#outbox.add(command);
      void this.#flush();
      return verdict;
    }
    try {
      return await this.#link.request(command);
    } catch {
      return { accepted: false, rejection: 'connectionLost' };
    }
  }

  close(): void {
    clearTimeout(this.#resend);
    this.#link.close();
  }

  onOpen(): void {
    this.#clock.forget();
  }

  onLost(): void {
    this.#change({ connection: 'lost' });
  }

  onTrouble(trouble: Trouble | null): void {
    this.#change({ trouble });
  }

  onRefused(rejection: HttpRejection): void {
    // The seat stays this page's: its stored token is for the page after the reload.
    if (rejection === 'versionMismatch') return this.#change({ connection: 'outdated' });
    const isOver = rejection === 'endedCode' || this.state.value.connection === 'ended';
    if (this.role === 'player') this.#eraseTraces();
    if (this.role === 'player' && !isOver) forgetTab(this.#seating.code);
    this.#change({ connection: isOver ? 'ended' : 'refused' });
  }

  onMessage<Name extends keyof RoomMessages>(name: Name, message: RoomMessages[Name]): void {
    if (name === 'ping') this.#tick((message as RoomMessages['ping']).at);
    else if (name === 'welcome') this.#welcome(message as RoomMessages['welcome']);
    else if (name === 'view') this.#view(message as RoomMessages['view']);
    else if (name === 'mine') this.#mine(message as RoomMessages['mine']);
    else this.#hostRows(message as RoomMessages['host']);
  }

  #view({ whole, delta }: RoomMessages['view']): void {
    this.#public = applyDelta(whole ? EMPTY_VIEW : this.#public, delta);
    this.#show(this.#connectionAt(this.#public.session['']?.stage));
  }

  /** Connection at a session's stage. At its end stored traces are erased; when the class begins again, the token is stored again. */
  #connectionAt(stage: string | undefined): Partial<TableState> {
    const wasOver = this.state.value.connection === 'ended';
    if (stage === 'ended') {
      if (!wasOver && this.role === 'player') this.#eraseTraces();
      return { connection: 'ended' };
    }
    if (!wasOver || stage === undefined) return {};
    const { code, token, player } = this.#seating;
    const { nickname } = this.state.value;
    if (player !== null && nickname !== null) keepPlayer(code, { token, player, nickname });
    return { connection: 'live' };
  }

  #mine({ whole, delta, withView }: RoomMessages['mine']): void {
    this.#own = applyDelta((whole ? null : this.#own) ?? {}, delta) as PlayerView;
    if (!withView) this.#show({});
  }

  /** Shows the public view with a player's own entries over it. Both change at once: one alone may be of another phase. */
  #show(connection: Partial<TableState>): void {
    const mine = this.#own;
    const isPublicKnown = this.#public !== EMPTY_VIEW;
    this.#change({
      mine,
      view: isPublicKnown ? withEntries(this.#public, mine?.own ?? {}) : null,
      ...connection,
    });
    if (mine) this.#heedOwn(mine);
  }

  #heedOwn(mine: PlayerView): void {
    // A player who fills in an exit ticket after the end leaves nothing behind either.
    if (this.state.value.connection === 'ended' && this.role === 'player') this.#eraseTraces();
    if (mine.gone === null) return;
    this.#eraseTraces();
    forgetTab(this.#seating.code);
    if (mine.gone === 'banned') keepBanned(this.#seating.code, this.#seating.token);
    this.#change({ connection: 'refused' });
  }

  #welcome(welcome: RoomMessages['welcome']): void {
    const { code, player, nickname, projectorToken } = welcome;
    this.#tick(welcome.at);
    const connection = this.state.value.connection === 'ended' ? 'ended' : 'live';
    this.#change({ connection, code, player, nickname, projectorToken });
    void this.#flush();
  }

  #hostRows({ whole, delta }: RoomMessages['host']): void {
    this.#change({ rows: applyDelta(whole ? {} : this.state.value.rows, delta) });
  }

  #tick(serverAt: number): void {
    const clockOffsetMs = this.#clock.heard(serverAt, pageNow());
    if (clockOffsetMs !== this.state.value.clockOffsetMs) this.#change({ clockOffsetMs });
  }

  async #flush(): Promise<void> {
    if (!this.#outbox || !this.#link.isOpen) return;
    clearTimeout(this.#resend);
    const isThrough = await this.#outbox.flush((answer) => this.#link.request(answer));
    if (!isThrough) this.#resend = setTimeout(() => void this.#flush(), RESEND_MS);
  }

  /** Erases everything of a player from storage once the session is over. */
  #eraseTraces(): void {
    const { code, player } = this.#seating;
    if (player !== null) eraseTraces(code, player);
  }

  #change(change: Partial<TableState>): void {
    this.state.value = { ...this.state.value, ...change };
  }
}

export function colyseusTable(seating: RoomEntry): Table {
  return new ColyseusTable(seating);
}
