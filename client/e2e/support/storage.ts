import type { Page } from '@playwright/test';

/** Value that a page has stored in its browser under a key, without its version. */
// The caller knows the type of the stored value.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export async function keptIn<Value>(page: Page, key: string): Promise<Value> {
  const json = await page.evaluate((name) => localStorage.getItem(name), key);
  return (JSON.parse(json!) as { readonly value: Value }).value;
}
