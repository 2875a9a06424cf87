import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import type { CreateSessionReply, CreateSessionRequest, JoinReply } from '@relay/shared/protocol';
import type { Press } from '@relay/shared/referee/press';
import type { Language } from '@relay/shared/strings/languages';
import { TestClient } from '../../../server/src/testing/TestClient';
import { inPhase, type Phase } from './people';
import { HOST_CODE } from './server';
import { WORDS } from './words';

/** Every form in which a question is answered, one round each, by one player in few sessions. */

type Rules = NonNullable<CreateSessionRequest['settings']>;

interface RoundCase {
  readonly name: string;
  readonly rules: Rules;
  readonly phase: Phase;
  /** A press that leads from the open round to the form. */
  readonly press?: (lang: Language) => string;
}

interface SessionCase {
  readonly session: Omit<CreateSessionRequest, 'hostCode'>;
  /** Seat of a second player, who answers nothing. */
  readonly classmate?: 'before' | 'after';
  readonly rounds: readonly RoundCase[];
}

const SAME = { style: 'parallel', asksFor: 'backward', asks: 'contribution', seat: 'any' } as const;

const round = (name: string, rules: Rules = {}, more: Partial<RoundCase> = {}): RoundCase => ({
  name,
  rules: { ...SAME, ...rules },
  phase: 'backward',
  ...more,
});

const bothSeats = (name: string): RoundCase[] =>
  (['hidden', 'output'] as const).map((seat) => round(`${name}, ${seat}`, { seat }));

export const SESSIONS: readonly SessionCase[] = [
  {
    session: { network: 'mazur' },
    rounds: [
      ...bothSeats('work'),
      ...(['belly', 'output', 'forward', 'valve', 'update', 'nudge', 'debug', 'blank'] as const).map((asks) =>
        round(asks, { asks, seat: 'hidden' }),
      ),
      ...(['wholeForward', 'error'] as const).map((asks) => round(asks, { asks, seat: 'output' })),
      round('forward phase', { asksFor: 'both', seat: 'hidden' }, { phase: 'forward' }),
    ],
  },
  { session: { network: 'mazur', help: 'see' }, rounds: bothSeats('see') },
  { session: { network: 'mazur', help: 'blank' }, rounds: bothSeats('alone') },
  {
    session: { network: 'mazur' },
    classmate: 'after',
    rounds: [
      round('own places', { style: 'relay' }),
      round('extra question', { style: 'relay' }, { press: (lang) => WORDS[lang].relay.extra.ask }),
    ],
  },
  {
    session: { network: 'mazur' },
    classmate: 'before',
    rounds: [round('warm-up', {}, { press: (lang) => WORDS[lang].warmUp.ask })],
  },
  { session: { network: 'xor' }, rounds: [round('bias', { seat: 'hidden', parameterKinds: 'biases' })] },
  { session: { network: 'softmax' }, rounds: [round('softmax', { seat: 'hidden' })] },
  { session: { network: 'deep' }, rounds: [round('four layers', { seat: 'hidden' })] },
];

async function post<Answer>(url: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

interface Opened {
  readonly page: Page;
  /** Opens the next round, and the form in it. */
  readonly open: (round: RoundCase) => Promise<void>;
}

/** Opens a session with one player on a page, and no round yet. */
export async function openSession(
  browser: Browser,
  url: string,
  { session, classmate, rounds }: SessionCase,
  { lang, ...options }: BrowserContextOptions & { readonly lang: Language },
): Promise<Opened> {
  const settings = { helpAdapts: false, ...rounds[0]!.rules };
  const made = await post<CreateSessionReply>(`${url}/api/sessions`, {
    ...session,
    hostCode: HOST_CODE,
    settings,
  });
  const host = await TestClient.enter(url, made.code, made.sessionToken);
  const say = async (command: Press): Promise<void> =>
    expect(await host.say(command), command.type).toMatchObject({ accepted: true });
  const joinClassmate = async (): Promise<void> => {
    const seat = await post<JoinReply>(`${url}/api/join`, { code: made.code, nickname: 'Leo' });
    await TestClient.take(url, seat.seat);
  };
  if (classmate === 'before') {
    await joinClassmate();
    await say({ type: 'start' });
  }
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(`${url}/join?code=${made.code}&lang=${lang}`);
  await page.getByRole('button', { name: WORDS[lang].join.join, exact: true }).click();
  await expect(page.getByTestId('phase')).toBeVisible();
  // The first player gets a hidden unit, the second the output that it waits for.
  if (classmate === 'after') await joinClassmate();
  let number = 0;
  const open = async ({ rules, phase, press }: RoundCase): Promise<void> => {
    number++;
    if (number > 1) {
      await say({ type: 'changeRules', changes: rules });
      await say({ type: 'skip' });
      await say({ type: 'next' });
    } else if (classmate !== 'before') await say({ type: 'start' });
    await inPhase(page, phase);
    if (press) await page.getByRole('button', { name: press(lang) }).click();
    await expect(page.getByTestId('round')).toHaveAttribute('data-value', String(number));
    await page.locator('[data-keys]').waitFor();
    await page.locator('[data-stage="ready"]').waitFor();
    await page.evaluate(async () => {
      await document.fonts.ready;
      scrollTo(0, 0);
    });
  };
  return { page, open };
}
