import { presetById } from '@relay/shared/network/presets';
import { generateNetwork } from '@relay/shared/lesson/generate';
import { practiceSettings } from '@relay/shared/lesson/practice';
import type { Event } from '@relay/shared/referee/event';
import { TestTable } from '@relay/shared/testing/table';
import { expect, test, vi } from 'vitest';
import { LOCAL_PLAYER, localTable, LOG_KEY, type LocalSessionOptions } from './localTable';
import { useStorage } from '../testing/storage';

const stored = useStorage();

const keptLog = (): readonly Event[] =>
  (JSON.parse(stored.get(LOG_KEY)!) as { readonly value: readonly Event[] }).value;
const plain = (log: readonly Event[]): unknown => JSON.parse(JSON.stringify(log));

const hidden: LocalSessionOptions = {
  // The id that the test table uses.
  id: 's',
  seed: 77,
  file: generateNetwork('hidden', 77).file,
  settings: practiceSettings('hidden', 77),
};
const mazur: LocalSessionOptions = {
  ...hidden,
  file: presetById('mazur')!,
  settings: practiceSettings('output', 77),
};

const answer = (part: 'places' | 'S' | 'delta' | 'G', raw: string, id = `answer-${part}-${raw}`) =>
  ({ type: 'submitAnswer', answerId: id, run: 'A', round: 1, part, raw }) as const;

test.each([
  ['a generated network', hidden],
  ['a preset', mazur],
])('on %s the same commands give the same events as at the test table', async (_, opening) => {
  const reference = TestTable.openOn(opening.file, opening.settings, opening.seed);
  reference.room({ type: 'joinPlayer', player: LOCAL_PLAYER });
  reference.host({ type: 'start' });
  const local = localTable(opening, () => reference.at);
  const { places, S, delta, G } = reference.truth(LOCAL_PLAYER);
  const commands = [
    answer('places', places[0]!),
    answer('places', [...places].join(' ')),
    ...(S === null ? [] : [answer('S', String(S))]),
    answer('delta', 'what?'),
    answer('delta', String(-delta)),
    answer('delta', String(-delta)),
    answer('delta', String(delta)),
    { type: 'next' } as const,
    answer('G', String(G)),
    { type: 'next' } as const,
    { type: 'end' } as const,
  ];
  for (const command of commands) {
    reference.at += 1_000;
    const expected =
      command.type === 'submitAnswer' ? reference.player(LOCAL_PLAYER, command) : reference.host(command);
    const reply = await local.send(command);
    expect(reply).toEqual(
      expected.accepted
        ? { accepted: true, ...(expected.verdict ? { verdict: expected.verdict } : {}) }
        : expected,
    );
  }
  expect(keptLog()).toEqual(plain(reference.log));
});

test('a reload continues the session', async () => {
  const before = localTable(hidden);
  await before.send(answer('delta', '12345'));
  expect(before.state.value.mine?.seat?.answers.delta).toMatchObject({ tries: 1, right: false });
  expect(localTable(hidden).state.value).toEqual(before.state.value);
});

test('a reload shows an answer as it was typed; the log does not hold it', async () => {
  const before = localTable(hidden);
  await before.send(answer('delta', '12 × 3', 'answer-1'));
  await before.send(answer('G', 'Mia Jansen', 'answer-2'));
  expect(JSON.stringify(keptLog())).not.toMatch(/12 ×|Jansen/u);
  const { answers } = localTable(hidden).state.value.mine!.seat!;
  expect(answers).toMatchObject({ delta: { raw: '12 × 3' }, G: { raw: 'Mia Jansen' } });
  // The next session does not show them.
  localTable({ ...hidden, id: 'other' });
  expect([...stored.values()].join()).not.toContain('Jansen');
});

test('another session starts anew and replaces the stored log', () => {
  localTable(hidden);
  localTable({ ...mazur, id: 'other' });
  expect(keptLog()[0]).toMatchObject({ type: 'sessionCreated', id: 'other' });
});

test.each(['', 'not json', '7', '[]', '[1]', '[{"id":"s"}]', '[{"type":"sessionCreated","id":"s"}]'])(
  'a stored value that is no log (%s) is ignored',
  (kept) => {
    stored.set(LOG_KEY, kept);
    const { view, mine } = localTable(hidden).state.value;
    expect(view?.runs['A']?.phase).toBe('backward');
    expect(mine?.seat?.unit).toMatch(/^h/u);
  },
);

test('a table without storage still plays', async () => {
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  const table = localTable(hidden);
  expect(await table.send(answer('G', '12345'))).toMatchObject({ accepted: true });
  expect(await table.send({ type: 'rehearse', bots: 3, language: 'en' })).toMatchObject({ accepted: false });
  expect(table.state.value.mine?.seat?.answers.G?.tries).toBe(1);
});

test('the state of the screens holds no truth before the reveal', async () => {
  const table = localTable(hidden);
  expect(table.state.value.mine?.seat?.truth).toBeNull();
  expect(Object.values(table.state.value.view!.lanes).map(({ truth }) => truth)).toEqual([null]);
  await table.send({ type: 'next' });
  expect(table.state.value.mine?.seat?.truth).not.toBeNull();
});

test('the public view does not tell a player’s help level', () => {
  const at = (help: 'see' | 'work' | 'blank') => {
    stored.clear();
    const table = localTable({ ...hidden, settings: practiceSettings('hidden', 77, help) }, () => 1_000);
    return table.state.value;
  };
  const [see, work, blank] = [at('see'), at('work'), at('blank')];
  expect(see.mine?.seat?.parts).toEqual(['places']);
  expect(work.mine?.seat?.parts).toContain('S');
  expect(blank.mine?.seat?.parts).toEqual(['G']);
  // The help level in the settings is public; a player's own level is not.
  const { session, ...rest } = work.view!;
  const { settings, ...known } = session[''];
  for (const [help, { view }] of Object.entries({ see, blank })) {
    expect(view).toEqual({ ...rest, session: { '': { ...known, settings: { ...settings, help } } } });
  }
});
