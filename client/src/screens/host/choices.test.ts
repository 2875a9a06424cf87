import { presetById } from '@relay/shared/lesson/presets';
import { SESSION_KINDS, settingsFor } from '@relay/shared/lesson/settings';
import { QUESTION_KINDS } from '@relay/shared/question/question';
import { CreateSessionRequest } from '@relay/shared/protocol';
import { describe, expect, test } from 'vitest';
import {
  BY_SIZE,
  forgetHostCode,
  OWN,
  recallChoices,
  recallHostCode,
  rememberChoices,
  requestOf,
  TEAMS_OFFERED,
} from './choices';
import { useStorage } from '../../testing/storage';

const stored = useStorage();

const own = { ...presetById('mazur')!, name: 'Mine' };

describe('what is asked for', () => {
  test('at first: a lesson with one team and the first network', () => {
    expect(requestOf(recallChoices(), 'code')).toEqual({
      hostCode: 'code',
      kind: 'hosted',
      network: 'swap',
      teams: 1,
      asks: 'contribution',
      help: 'work',
    });
  });

  test('what is asked goes along; help only where there is more and less of it', () => {
    expect(requestOf({ ...recallChoices(), help: 'see' }, 'code')).toMatchObject({ help: 'see' });
    const update = requestOf({ ...recallChoices(), asks: 'update' }, 'code');
    expect(update.asks).toBe('update');
    expect(update).not.toHaveProperty('help');
    for (const asks of QUESTION_KINDS) {
      const request = requestOf({ ...recallChoices(), asks }, 'code');
      expect(CreateSessionRequest.safeParse(request).success).toBe(true);
    }
  });

  test('by size is said by saying nothing, and means it', () => {
    const request = requestOf({ ...recallChoices(), kind: 'tenMinutes' }, 'code');
    expect(request).not.toHaveProperty('teams');
    expect(settingsFor(request.kind!).teams).toBe(BY_SIZE);
  });

  test('the whole file of one’s own; a preset goes by its name', () => {
    const choices = { ...recallChoices(), network: OWN, own };
    expect(requestOf(choices, 'code').network).toEqual(own);
    expect(requestOf({ ...choices, network: 'mazur' }, 'code').network).toBe('mazur');
  });

  test('everything that can be chosen is taken on the wire', () => {
    for (const kind of SESSION_KINDS) {
      for (const count of [BY_SIZE, ...TEAMS_OFFERED] as const) {
        const choices = { ...recallChoices(), kind, network: OWN, own };
        const request = requestOf({ ...choices, teams: { ...choices.teams, [kind]: count } }, 'code');
        expect(CreateSessionRequest.safeParse(request).success).toBe(true);
      }
    }
  });
});

describe('memory', () => {
  test('the form comes back as it was left', () => {
    const chosen = {
      ...recallChoices(),
      kind: 'tenMinutes',
      network: OWN,
      asks: 'debug',
      help: 'blank',
      own,
      teams: { hosted: 2, tenMinutes: 8, oneQuestion: 1, lesson: 4, homework: 1 },
    } as const;
    rememberChoices(chosen, 'the code');
    expect(recallChoices()).toEqual(chosen);
    expect(recallHostCode()).toBe('the code');
    forgetHostCode();
    expect(recallHostCode()).toBe('');
  });

  test('another preset later does not lose the file', () => {
    rememberChoices({ ...recallChoices(), network: OWN, own }, 'code');
    rememberChoices({ ...recallChoices(), network: 'mazur' }, 'code');
    expect(recallChoices()).toMatchObject({ network: 'mazur', own });
  });

  test('what makes no sense is as at first', () => {
    const first = recallChoices();
    for (const kept of [
      '',
      'null',
      '[]',
      '{"kind":"exam","network":"OWN","teams":{"hosted":"bySize","tenMinutes":9999}}',
      '{"kind":1,"network":{},"teams":null}',
    ]) {
      stored.set('relay/host/choices', kept);
      stored.set('relay/host/network-file', '{"format":"something else"}');
      expect(recallChoices(), kept).toEqual(first);
    }
  });
});
