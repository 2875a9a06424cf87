import { signal } from '@preact/signals';

/** Parts of the page's address that screens depend on. */
export interface Address {
  readonly path: string;
  readonly params: URLSearchParams;
  /** Fragment without the #. */
  readonly fragment: string;
}

/**
 * Folder that the client was served from, with its slash: `/`, or `/game/` on a file server with other content. Read
 * from the icon's link before the first change of address, because that link is relative.
 */
const ROOT = new URL('.', document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href).pathname;

/** URL of a screen for the browser: `/join` within the client's folder. */
export const hrefOf = (to: string): string => `${ROOT}${to.slice(1)}`;

const read = (): Address => ({
  path: `/${location.pathname.slice(ROOT.length).replace(/(?:index\.html)?\/*$/u, '')}`,
  params: new URLSearchParams(location.search),
  fragment: location.hash.slice(1),
});

export const address = signal<Address>(read());

export function followAddress(): void {
  const follow = (): void => {
    address.value = read();
  };
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
}

/** Shows another screen. `replace`: the present screen leaves no entry in the browser's history. */
export function go(to: string, replace = false): void {
  if (replace) history.replaceState(null, '', hrefOf(to));
  else history.pushState(null, '', hrefOf(to));
  scrollTo(0, 0);
  address.value = read();
}

/** Address of a player's page: that of the join page with a fragment, so that any file server can serve it. */
export const playAddress = (code: string): string => `/join?code=${code}#play`;

const RESULT = 'result/';

/** Address of a result that is kept on this device; it needs no server. */
export const resultAddress = (code: string, player: string): string =>
  `/join?code=${code}#${RESULT}${player}`;

/** Player whose kept result an address shows; null for other addresses. */
export const resultIn = ({ fragment }: Address): string | null =>
  fragment.startsWith(RESULT) ? fragment.slice(RESULT.length) : null;
