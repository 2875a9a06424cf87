import { type Browser, chromium } from '@playwright/test';
import config from '../../playwright.config.ts';

/** Opens the Chromium of the browser tests. @param args  arguments besides theirs */
export function openBrowser(args: readonly string[] = []): Promise<Browser> {
  const { executablePath, args: usual } = config.use?.launchOptions ?? {};
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...(usual ?? []), ...args],
  });
}
