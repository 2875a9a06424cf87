import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryOf } from '../testing/arbitraryOf.ts';
import type { z } from '../zod.ts';
import {
  type ClientCommand,
  ClientCommandShape,
  HOST_COMMANDS,
  PLAYER_COMMANDS,
  REHEARSAL_COMMANDS,
} from './commands.ts';

const ALL = { ...PLAYER_COMMANDS, ...HOST_COMMANDS, ...REHEARSAL_COMMANDS };
const PARTS = ['G', 'u:h12.12'];

const isAccepted = (message: unknown): boolean => ClientCommandShape.safeParse(message).success;

/** What a field of no command is. */
const JUNK = [undefined, Number.NaN, 1e9, 'x'.repeat(2_000), [[]], { $ne: 1 }, () => 0];

describe('every command', () => {
  test.each(Object.entries(ALL))('%s: is accepted as it is, and in no other shape', (type, schema) => {
    fc.assert(
      fc.property(
        arbitraryOf<ClientCommand>(schema as z.ZodType<ClientCommand>, { part: PARTS }),
        (command) => {
          expect(ClientCommandShape.parse(command)).toEqual(command);
          expect(isAccepted({ ...command, by: { role: 'host' } })).toBe(false);
          expect(isAccepted([command])).toBe(false);
          for (const name of Object.keys(command)) {
            const { [name as 'type']: _, ...rest } = command;
            expect(isAccepted(rest), `${type} without ${name}`).toBe(false);
            for (const junk of JUNK) expect(isAccepted({ ...rest, [name]: junk }), name).toBe(false);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

test('a name that is no command is refused, also one that every object inherits', () => {
  for (const type of ['joinPlayer', 'tick', 'toString', '__proto__', 'constructor', '', 7, null])
    expect(isAccepted({ type })).toBe(false);
});
