import { presetById } from '@relay/shared/network/presets';
import { SESSION_KINDS, settingsFor } from '@relay/shared/lesson/settings';
import { CreateSessionRequest } from '@relay/shared/protocol';
import { describe, expect, test } from 'vitest';
import { useStorage } from '../../testing/storage';
import {
  type Choices,
  forgetHostCode,
  networkChosen,
  OWN,
  ownRules,
  recallChoices,
  recallHostCode,
  rememberChoices,
  requestOf,
  settingsChosen,
} from './choices';
import { type Chosen, isOffered, offeredFor, RULE_GROUPS } from './rules/ruleFields';

const stored = useStorage();

const own = { ...presetById('mazur')!, name: 'Mine' };
const first = recallChoices();

const choosing = (kind: Choices['kind'], rules: Chosen, more: Partial<Choices> = {}): Choices => ({
  ...first,
  kind,
  chosen: { ...first.chosen, [kind]: rules },
  ...more,
});

/** Options of every rule, beside the usual other rules of each kind. */
const everyRule = SESSION_KINDS.flatMap((kind) =>
  Object.values(RULE_GROUPS)
    .flat()
    .flatMap((name) =>
      offeredFor(name, settingsFor(kind), 'setup').map((value) => [kind, name, value] as const),
    ),
);

describe('request', () => {
  test('first visit: asks for a hosted lesson on the first network, with its usual rules', () => {
    expect(requestOf(first, 'code')).toEqual({
      hostCode: 'code',
      kind: 'hosted',
      network: 'swap-two-slopes',
    });
  });

  test('changed rules are sent, usual ones are left out', () => {
    const usual = settingsFor('tenMinutes');
    const choices = choosing('tenMinutes', { teams: 4, order: 'turns', style: usual.style, rounds: 6 });
    expect(requestOf(choices, 'code').settings).toEqual({ teams: 4, order: 'turns', rounds: 6 });
    expect(ownRules(choices)).toEqual(['order', 'rounds']);
  });

  test('each kind keeps its own rules, and the lesson its own network', () => {
    const choices = choosing('hosted', { style: 'relay' }, { network: 'mazur' });
    expect(settingsChosen(choices).style).toBe('relay');
    const lesson = { ...choices, kind: 'lesson' } as const;
    expect(requestOf(lesson, 'code')).toEqual({
      hostCode: 'code',
      kind: 'lesson',
      network: 'swap-two-slopes',
    });
    expect(networkChosen({ ...choices, kind: 'oneQuestion' })).toBe('mazur');
  });

  test('a rule without a meaning beside the others is left out', () => {
    expect(ownRules(choosing('hosted', { asks: 'update', help: 'see' }))).toEqual(['asks']);
    expect(ownRules(choosing('hosted', { scored: false, speedBonus: true }))).toEqual(['scored']);
    expect(ownRules(choosing('hosted', { asksFor: 'forward', asks: 'update' }))).toEqual(['asksFor']);
    expect(ownRules(choosing('lesson', { style: 'relay', weights: 'earned' }))).toEqual(['weights']);
    expect(ownRules(choosing('homework', { style: 'relay', dueAt: 5 }))).toEqual(['dueAt']);
  });

  test('an own network is sent as a whole file, a preset by its name', () => {
    const choices = { ...first, network: OWN, own };
    expect(requestOf(choices, 'code').network).toEqual(own);
    expect(requestOf({ ...choices, network: 'mazur' }, 'code').network).toBe('mazur');
  });

  test.each(everyRule)(
    'in %s, %s can be %s on the wire and comes back from the memory',
    (kind, name, value) => {
      const choices = choosing(kind, { [name]: value }, { network: OWN, own });
      expect(CreateSessionRequest.safeParse(requestOf(choices, 'code')).success).toBe(true);
      rememberChoices(choices, 'code');
      expect(settingsChosen(recallChoices())).toEqual(settingsChosen(choices));
    },
  );
});

describe('offered rules', () => {
  test('wrong answers may move the weights only where a host leads', () => {
    for (const kind of SESSION_KINDS) {
      const settings = settingsFor(kind);
      const isLed = settings.pacing === 'host';
      expect(offeredFor('weights', settings, 'setup').includes('answered'), kind).toBe(isLed);
    }
  });

  test('teams are offered only before the start, the time factor only on creation', () => {
    const settings = settingsFor('hosted');
    const where = (name: 'teams' | 'timeFactor') =>
      (['setup', 'lobby', 'between', 'again'] as const).filter((one) => isOffered(name, settings, one));
    expect(where('teams')).toEqual(['lobby']);
    expect(where('timeFactor')).toEqual(['setup']);
  });

  test('times are offered only with a clock, a due date only for homework', () => {
    const settings = settingsFor('hosted', { timeFactor: 'untimed' });
    expect(isOffered('outputMs', settings, 'setup')).toBe(false);
    expect(SESSION_KINDS.filter((kind) => isOffered('dueAt', settingsFor(kind), 'setup'))).toEqual([
      'homework',
    ]);
  });

  test('the present value stays among the options, in order', () => {
    const offered = offeredFor('outputMs', settingsFor('hosted', { outputMs: 33_000 }), 'between');
    expect(offered).toContain(33_000);
    expect(offered).toEqual(offered.toSorted((a, b) => a - b));
  });
});

describe('memory of the form', () => {
  test('the form comes back as the host left it', () => {
    const chosen = choosing(
      'tenMinutes',
      { teams: 8, asks: 'debug', samples: 3 },
      { network: OWN, lessonNetwork: 'mazur', own },
    );
    rememberChoices(chosen, 'the code');
    expect(recallChoices()).toEqual(chosen);
    expect(recallHostCode()).toBe('the code');
    forgetHostCode();
    expect(recallHostCode()).toBe('');
  });

  test('the due date of a homework is not kept for the next', () => {
    rememberChoices(choosing('homework', { dueAt: 5, rounds: 3 }), 'code');
    expect(recallChoices().chosen.homework).toEqual({ rounds: 3 });
  });

  test('choosing a preset later keeps the own file', () => {
    rememberChoices({ ...first, network: OWN, own }, 'code');
    rememberChoices({ ...first, network: 'mazur' }, 'code');
    expect(recallChoices()).toMatchObject({ network: 'mazur', own });
  });

  test('invalid stored choices fall back to those of a first visit', () => {
    for (const kept of [
      '',
      'null',
      '[]',
      '{"kind":"exam","network":"OWN","lessonNetwork":"?","chosen":{"hosted":{"teams":9999,"style":"swim"}}}',
      '{"kind":1,"network":{},"chosen":null,"asks":"contribution"}',
      '{"chosen":{"hosted":[],"lesson":7,"homework":{"pacing":"auto","plan":[]}}}',
    ]) {
      stored.set('relay/host/choices', kept);
      stored.set('relay/host/network-file', '{"format":"something else"}');
      expect(recallChoices(), kept).toEqual(first);
    }
  });
});
