import { beforeEach, vi } from 'vitest';

/**
 * Replaces the browser's storage in tests that run without a browser; empty before each test.
 *
 * @returns the stored entries, to read and to change
 */
export function useStorage(): Map<string, string> {
  const stored = new Map<string, string>();
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
  vi.stubGlobal('localStorage', new Proxy(methods, listed));
  beforeEach(() => stored.clear());
  return stored;
}
