import { signal } from '@preact/signals';

/** The address of the page, as far as a screen depends on it. */
export interface Address {
  readonly path: string;
  readonly params: URLSearchParams;
  /** Without the #. */
  readonly fragment: string;
}

/**
 * The folder that the client was served from, with its slash: `/`, or `/game/` on a file server that has other things
 * too. The icon lies there; it is looked up before the first change of address, since it is found relative to it.
 */
const ROOT = new URL('.', document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href).pathname;

/** A screen as the browser finds it: `/join` within the client's folder. */
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

/** Shows another screen. `replace`: the present one is not to be come back to. */
export function go(to: string, replace = false): void {
  if (replace) history.replaceState(null, '', hrefOf(to));
  else history.pushState(null, '', hrefOf(to));
  scrollTo(0, 0);
  address.value = read();
}

/** The player's page of a session. It is the join page's own address with a fragment, so that any server knows it. */
export const playAddress = (code: string): string => `/join?code=${code}#play`;
