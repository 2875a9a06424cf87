import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import type { CreateSessionReply, CreateSessionRequest } from '@relay/shared/protocol';
import type { Press } from '@relay/shared/referee/press';
import { DEFAULT_LANGUAGE, type Language } from '@relay/shared/strings/languages';
import { TestClient } from '../../../server/src/testing/TestClient';
import { HOST_CODE } from './server';
import { WORDS } from './words';

/** People of a class, each in a browser context of its own, who use the accessible names of the pages. */

export type Phase = 'lobby' | 'forward' | 'backward' | 'reveal' | 'update' | 'ended';

export const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  chromebook: { viewport: { width: 1366, height: 768 } },
  projector: { viewport: { width: 1920, height: 1080 } },
} satisfies Record<string, BrowserContextOptions>;

/** Options of a page without animations: fast, for tests that are not about movement. */
export const STILL = { ...SIZES.chromebook, reducedMotion: 'reduce' } satisfies BrowserContextOptions;
export const STILL_PHONE = { ...SIZES.phone, reducedMotion: 'reduce' } satisfies BrowserContextOptions;

interface Opening extends BrowserContextOptions {
  readonly lang?: Language;
}

export async function inPhase(page: Page, phase: Phase): Promise<void> {
  await expect(page.getByTestId('phase')).toHaveAttribute('data-phase', phase);
}

export class Person {
  /** Uncaught exceptions and console errors; none are allowed. */
  readonly errors: string[] = [];
  /** Frames that the page has received over its socket. */
  readonly frames: Buffer[] = [];
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.frames.push(Buffer.from(payload)));
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  static async openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext(options);
    return context.newPage();
  }

  async text(testId: string): Promise<string> {
    return ((await this.page.getByTestId(testId).textContent()) ?? '').trim();
  }

  async number(testId: string): Promise<number> {
    return Number(await this.page.getByTestId(testId).getAttribute('data-value'));
  }
}

export class Host extends Person {
  #seat: { readonly url: string; readonly code: string; readonly sessionToken: string } | null = null;

  /** Sends a command past the page, where the console has no button for it now. */
  async say(command: Press): Promise<void> {
    const { url, code, sessionToken } = this.#seat!;
    const client = await TestClient.enter(url, code, sessionToken);
    expect(await client.say(command)).toMatchObject({ accepted: true });
    await client.leave();
  }

  /** Creates a session and waits for its code. Options that are not chosen stay as the form offers them. */
  static async open(
    browser: Browser,
    url: string,
    network: string,
    {
      kind,
      teams,
      lang = DEFAULT_LANGUAGE,
      ...options
    }: Opening & { readonly kind?: string; readonly teams?: string } = {},
  ): Promise<Host> {
    const host = new Host(await Person.openPage(browser, { ...STILL, ...options }));
    const words = WORDS[lang].host;
    await host.page.goto(`${url}/host?lang=${lang}`);
    if (kind) await host.page.getByRole('radio', { name: kind, exact: true }).check();
    await host.page
      .getByRole('combobox', { name: words.network, exact: true })
      .selectOption({ label: network });
    if (teams) await host.page.getByRole('combobox', { name: words.teams }).selectOption({ label: teams });
    await host.createSession(lang);
    return host;
  }

  /** Opens the console of a session that is created over HTTP, with options that no form offers. */
  static async openWith(
    browser: Browser,
    url: string,
    session: Omit<CreateSessionRequest, 'hostCode'>,
  ): Promise<Host> {
    const reply = await fetch(`${url}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ hostCode: HOST_CODE, ...session }),
    });
    const { code, sessionToken, projectorToken } = (await reply.json()) as CreateSessionReply;
    const host = new Host(await Person.openPage(browser, STILL));
    host.#seat = { url, code, sessionToken };
    const kept = JSON.stringify({ version: 1, value: { token: sessionToken, projectorToken } });
    await host.page.addInitScript(
      ([key, value]) => localStorage.setItem(key!, value!),
      [`relay/host/${code}`, kept],
    );
    await host.page.goto(`${url}/host?lang=en&code=${code}`);
    await expect(host.page.getByTestId('session-code')).toHaveText(/\d{3}\s?\d{3}/);
    return host;
  }

  /** Submits the form as it stands. */
  async createSession(lang: Language = DEFAULT_LANGUAGE): Promise<void> {
    const words = WORDS[lang].host;
    await this.page.getByRole('textbox', { name: words.hostCode }).fill(HOST_CODE);
    await this.page.getByRole('button', { name: words.create }).click();
    await expect(this.page.getByTestId('session-code')).toHaveText(/\d{3}\s?\d{3}/);
  }

  async code(): Promise<string> {
    return (await this.text('session-code')).replace(/\D/g, '');
  }

  /** Presses a button by its name; the name of “Next” also contains the next step, and “End” asks first. */
  async press(name: string): Promise<void> {
    if (name === 'Next' || name === 'Start') return this.#goOn();
    await this.page.getByRole('button', { name, exact: true }).click();
    if (name === 'End') await this.press(WORDS.en.sessionControl.end.yes);
  }

  /** Presses the button that is first “Start” and then “Next”, and waits until it leads to another step: a second press before that does nothing. */
  async #goOn(): Promise<void> {
    const next = this.page.getByTestId('next');
    const step = (await next.textContent()) ?? '';
    await next.click();
    const isSame = new RegExp(`^${step.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}$`, 'u');
    await expect(next.filter({ hasText: isSame })).toHaveCount(0);
  }

  /** Opens the projector from the console, as a teacher does. */
  async openProjector(): Promise<Person> {
    const opened = this.page.context().waitForEvent('page');
    await this.page.getByRole('link', { name: /^(Open projector|スクリーンを開く)/u }).click();
    const page = await opened;
    await page.setViewportSize(SIZES.projector.viewport);
    const projector = new Person(page);
    // The page may have connected before anything listened to it: nothing of the reloaded one is missed.
    await page.reload();
    await expect(page.getByTestId('phase')).toBeVisible();
    return projector;
  }
}

export class Student extends Person {
  static async join(
    browser: Browser,
    url: string,
    code: string,
    name: string,
    { lang = DEFAULT_LANGUAGE, ...options }: Opening,
  ) {
    const student = new Student(await Person.openPage(browser, options));
    await student.enter(url, code, name, lang);
    return student;
  }

  /** Enters a session on a page that is open already. */
  async enter(url: string, code: string, name: string, lang: Language = DEFAULT_LANGUAGE): Promise<void> {
    const words = WORDS[lang].join;
    await this.page.goto(`${url}/join?code=${code}&lang=${lang}`);
    await this.page.getByRole('textbox', { name: words.nickname }).fill(name);
    await this.page.getByRole('button', { name: words.join, exact: true }).click();
    await expect(this.page.getByTestId('phase')).toBeVisible();
  }

  place(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  line(
    name:
      | 'Error that arrives'
      | 'Parcel δ'
      | 'Gradient'
      | 'Extra'
      | `${'Belly' | 'Output' | 'Valve f′'} of ${string}`,
  ) {
    return this.page.getByRole('textbox', { name });
  }

  async take(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.place(name).click();
      await expect(this.place(name)).toHaveAttribute('aria-pressed', 'true');
    }
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: /^Send( my places)?$/u }).click();
  }
}
