import { beforeEach, vi } from 'vitest';

/**
 * Replaces the browser's storage in tests that run without a browser; empty before each test.
 *
 * @returns the entries stored for all tabs, to read and to change
 */
export function useStorage(): Map<string, string> {
  const ofBrowser = new Map<string, string>();
  const ofTab = new Map<string, string>();
  vi.stubGlobal('localStorage', storageOver(ofBrowser));
  vi.stubGlobal('sessionStorage', storageOver(ofTab));
  beforeEach(() => {
    ofBrowser.clear();
    ofTab.clear();
  });
  return ofBrowser;
}

function storageOver(stored: Map<string, string>): object {
  const methods = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  };
  // Object.keys(localStorage) lists what is stored, not the methods.
  const listed = {
    ownKeys: () => [...stored.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  };
  return new Proxy(methods, listed);
}
