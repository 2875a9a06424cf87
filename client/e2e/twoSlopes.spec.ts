import { expect, type Page } from '@playwright/test';
import { expectNoErrors } from './support/classroom';
import { Host, inPhase, STILL_PHONE, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

/** A leaky ReLU with slopes of its own on both sides of 0, as a player meets it. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

async function asked(page: Page, formula: string): Promise<void> {
  const pieces = await page.locator('math').allTextContents();
  expect(pieces.join(' ')).toBe(formula);
}

test('two slopes: formulas, keys and answers of f and f′ use both', async ({ browser }) => {
  for (const asks of ['forward', 'valve'] as const) {
    const host = await Host.openWith(browser, server.url, { network: 'swap-two-slopes', asks });
    const student = await Student.join(browser, server.url, await host.code(), 'Mia', STILL_PHONE);
    const { page } = student;
    await host.press('Start');
    await inPhase(page, 'backward');
    const unit = await student.text('my-unit');
    expect(['h1', 'h2']).toContain(unit);
    // 3·(−0.5) + (−6)·(−1) at h1, 3·(−1.5) + (−6)·(−0.5) at h2.
    const isAbove = unit === 'h1';
    const sum = isAbove ? '4.5' : '−1.5';
    const key = (name: string) => page.getByRole('button', { name: `${name}(`, exact: false });
    if (asks === 'forward') {
      await student.line(`Belly of ${unit}`).fill(sum);
      await student.send();
      await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'correct');
      await asked(page, 'f(u)=0.8u(u>0), 0.3u(u≤0)');
      await key('f').click();
      await expect(student.line(`Output of ${unit}`)).toHaveValue(isAbove ? '3.6' : '−0.45');
    } else {
      await asked(page, 'f′(u)=0.8(u>0), 0.3(u≤0)');
      await student.line(`Valve f′ of ${unit}`).fill(sum);
      await key('f′').click();
      await expect(student.line(`Valve f′ of ${unit}`)).toHaveValue(isAbove ? '0.8' : '0.3');
    }
    await student.send();
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'correct');
    expectNoErrors(host, student);
  }
});
