import { expect } from '@playwright/test';
import { expectNoErrors } from './support/classroom';
import { Host, inPhase, SIZES, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const sigmoid = (u: number): number => 1 / (1 + Math.exp(-u));

test('lobby: waiting players fill their unit by keyboard; the page answers at once, without the server', async ({
  browser,
}) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const code = await host.code();
  const student = await Student.join(browser, server.url, code, 'Mia', {
    ...SIZES.phone,
    reducedMotion: 'reduce',
  });
  const { page } = student;
  await inPhase(page, 'lobby');
  const before = (await server.log(code)).length;
  const sent: unknown[] = [];
  page.on('request', (request) => sent.push(request.url()));
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const expectNumbers = async (sum: number, output: number, slope: number) => {
    expect(await student.number('toy-sum')).toBe(sum);
    expect(await student.number('toy-output')).toBeCloseTo(output, 12);
    expect(await student.number('toy-slope')).toBeCloseTo(slope, 12);
  };

  await button('+1').focus();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Enter');
  await button('−0.5').focus();
  await page.keyboard.press('Space');
  const out = sigmoid(2.5);
  await expectNumbers(2.5, out, out * (1 - out));
  const said = page.getByRole('status');
  await expect(said).toContainText('In the belly 2.5, out comes 0.9241, the valve is 0.0701.');
  await expect(page.getByTestId('toy-drop')).toBeHidden();

  await page.getByRole('radio', { name: 'sigmoid' }).focus();
  await page.keyboard.press('ArrowRight');
  await expectNumbers(2.5, Math.tanh(2.5), 1 - Math.tanh(2.5) ** 2);
  await page.keyboard.press('ArrowRight');
  await expectNumbers(2.5, 2.5, 1);
  await button('Empty').click();
  await expectNumbers(0, 0, 0);
  await expect(page.getByTestId('toy-more')).toContainText('It is shut');

  for (const name of ['−1', '−0.5', '+0.5', '+1', 'Empty']) {
    const { width, height } = (await button(name).boundingBox())!;
    expect(Math.min(width, height), name).toBeGreaterThanOrEqual(48);
  }
  // The number of those who are here is still on the first screen.
  await expect(page.getByTestId('present')).toHaveText('Here now: 1');
  const present = (await page.getByTestId('present').boundingBox())!;
  expect(present.y + present.height).toBeLessThanOrEqual(SIZES.phone.viewport.height);
  // Files that a later page needs are fetched meanwhile; these requests tell the server nothing.
  expect(sent.filter((url) => !/\/assets\//u.test(String(url)))).toEqual([]);
  expect((await server.log(code)).length).toBe(before);
  expectNoErrors(host, student);
});
