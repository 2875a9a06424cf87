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

/** Values that no field of any command accepts. */
const JUNK = [undefined, Number.NaN, 1e9, 'x'.repeat(2_000), [[]], { $ne: 1 }, () => 0];

describe('every command', () => {
  test.each(Object.entries(ALL))('%s: its own shape is accepted, any other is refused', (type, schema) => {
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

test('ClientCommandShape: refuses unknown names, also those of inherited members', () => {
  for (const type of ['joinPlayer', 'tick', 'toString', '__proto__', 'constructor', '', 7, null])
    expect(isAccepted({ type })).toBe(false);
});
