import type { Page } from '@playwright/test';

/** What a page has kept in its browser under a key, without the version that it carries. */
// The caller knows what stands under the key.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export async function keptIn<Value>(page: Page, key: string): Promise<Value> {
  const json = await page.evaluate((name) => localStorage.getItem(name), key);
  return (JSON.parse(json!) as { readonly value: Value }).value;
}
