import { expect } from '@playwright/test';
import { WIRE_VERSION, WIRE_VERSION_HEADER } from '@relay/shared/protocol';
import type { KeptPlayer } from '../src/table/keptPlayers';
import { Host, inPhase, STILL, Student } from './support/people';
import { GameServer } from './support/server';
import { keptIn } from './support/storage';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start();
});
test.afterAll(() => server.stop());

const { connection, rejection } = WORDS.en;

/** Makes the page speak as one of an earlier version; the returned function makes it current again. */
async function makeOlder({ page }: Student): Promise<() => Promise<void>> {
  const api = '**/api/**';
  await page.route(api, (route, request) =>
    route.continue({ headers: { ...request.headers(), [WIRE_VERSION_HEADER]: String(WIRE_VERSION - 1) } }),
  );
  return () => page.unroute(api);
}

test('server update in mid-round: the page says so, and after a reload seat and draft are there', async ({
  browser,
}) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL);
  await host.press('Start');
  await inPhase(mia.page, 'backward');
  const unit = await mia.text('my-unit');
  const kept = await keptIn<KeptPlayer>(mia.page, `relay/player/${code}`);
  await mia.line('Gradient').fill('0.125');

  const update = await makeOlder(mia);
  await server.kill();
  await server.start();
  const notice = mia.page.getByTestId('version-mismatch');
  await expect(notice).toContainText(connection.outdated);
  // The page stays readable, and a click on anything sends nothing.
  await expect(mia.line('Gradient')).toHaveValue('0.125');

  await update();
  await notice.getByRole('button', { name: connection.reload, exact: true }).click();
  await inPhase(mia.page, 'backward');
  await expect(notice).toBeHidden();
  await expect(mia.page.getByTestId('my-unit')).toHaveText(unit);
  await expect(mia.line('Gradient')).toHaveValue('0.125');
  expect(await keptIn<KeptPlayer>(mia.page, `relay/player/${code}`)).toEqual(kept);
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', '1');
});

test('a page of an earlier version: is refused with the reason, and can join after a reload', async ({
  browser,
}) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const leo = new Student(await Student.openPage(browser, STILL));
  const update = await makeOlder(leo);
  await leo.page.goto(`${server.url}/join?code=${await host.code()}&lang=en`);
  const join = leo.page.getByRole('button', { name: WORDS.en.join.join, exact: true });
  await join.click();
  await expect(leo.page.getByText(rejection.versionMismatch)).toBeVisible();
  await update();
  await leo.page.getByRole('button', { name: connection.reload, exact: true }).click();
  await join.click();
  await expect(leo.page.getByTestId('phase')).toBeVisible();
});
