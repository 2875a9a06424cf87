import { vi } from 'vitest';

/** Defines the browser globals that the table over Colyseus needs, for tests that run without a browser. */
export function usePageAt(origin: string): void {
  const real = fetch;
  vi.stubGlobal('location', { origin });
  vi.stubGlobal('document', {
    visibilityState: 'visible',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => real(new URL(path, origin), init));
}
