import { randomId } from './requestId';
import { isObject } from './tokenStore';

/** Channel on which the pages of a browser tell each other who they are. */
const CHANNEL = 'relay/pages';

/**
 * `claim`: asks for a player. `held`: the player is another page's already. `takeOver`: the player is the sender's
 * from now on, whoever had it.
 */
type Says = 'claim' | 'held' | 'takeOver';

interface Said {
  readonly says: Says;
  readonly code: string;
  readonly player: string;
  /** The page that says it. */
  readonly page: string;
}

const isSaid = (value: unknown): value is Said => isObject(value) && typeof value['says'] === 'string';

/**
 * Claim of a page on a player: of the pages of one browser only one plays as a player, so that a duplicated tab does not
 * make two of one. Pages of other browsers do not count.
 */
export class PageClaim {
  readonly #page = randomId();
  readonly #channel = new BroadcastChannel(CHANNEL);
  readonly #code: string;
  readonly #player: string;
  readonly #onChange: (isHeld: boolean) => void;
  #isHeld = true;

  /** @param onChange  called with false when another page has the player, and with true when this one takes it over */
  constructor(code: string, player: string, onChange: (isHeld: boolean) => void) {
    this.#code = code;
    this.#player = player;
    this.#onChange = onChange;
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isSaid(data)) this.#hear(data);
    });
    this.#say('claim');
  }

  takeOver(): void {
    this.#say('takeOver');
    this.#change(true);
  }

  close(): void {
    this.#channel.close();
  }

  #hear({ says, code, player, page }: Said): void {
    if (!this.#isHeld || page === this.#page || code !== this.#code || player !== this.#player) return;
    // A page that asks while this one has the player gives way; so do both, if they ask at the same time.
    if (says === 'claim') this.#say('held');
    else this.#change(false);
  }

  #change(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#onChange(isHeld);
  }

  #say(says: Says): void {
    const said: Said = { says, code: this.#code, player: this.#player, page: this.#page };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, which is of one origin
    this.#channel.postMessage(said);
  }
}
