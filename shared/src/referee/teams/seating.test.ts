/** @module-tag slow */
import { describe, expect, test } from 'vitest';
import { generateNetwork } from '../../lesson/generate.ts';
import { unitName } from '../../maths/unit.ts';
import { TestTable } from '../../testing/table.ts';
import { LIMITS } from '../session/state.ts';
import { playerView } from '../view.ts';

describe('seats', () => {
  test.each([1, 2, 4, 5, 9, 31, 32, 80, 300, 1000])(
    '%i players: a seat each, no (◆, sample) twice in a team',
    (count) => {
      for (const preset of ['swap', 'mazur', 'han-kamber']) {
        const capacity = { swap: 32, mazur: 8, 'han-kamber': 6 }[preset]! * LIMITS.teams;
        if (count > capacity) continue;
        const table = TestTable.started(preset, count);
        const seated = Object.values(table.session.runs).flatMap((run) =>
          run.seats.filter((seat) => seat.player),
        );
        expect(new Set(seated.map((seat) => seat.player)).size).toBe(count);
        for (const run of Object.values(table.session.runs)) {
          const asked = run.seats.flatMap(({ question }) =>
            question ? [JSON.stringify([question.edge, question.sample])] : [],
          );
          expect(new Set(asked).size).toBe(asked.length);
        }
      }
    },
  );

  test('more players than units open another lane; the machine takes free seats', () => {
    const run = TestTable.started('swap', 6).session.runs['A']!;
    expect(run.lanes).toHaveLength(2);
    expect(run.seats.filter((seat) => seat.player === null)).toHaveLength(2);
  });

  test('several teams are dealt evenly, each with its own run', () => {
    const { runs, players } = TestTable.started('swap', 7, { teams: 3 }).session;
    expect(Object.keys(runs)).toEqual(['A', 'B', 'C']);
    const sizes = Object.keys(runs).map(
      (run) => Object.values(players).filter((player) => player.run === run).length,
    );
    expect(sizes).toEqual([3, 2, 2]);
  });

  test('from round to round every player sits at outputs and hidden units in turn', () => {
    const table = TestTable.started('swap', 4);
    const played = new Map<string, string[]>();
    for (let round = 0; round < 4; round++) {
      const { seats, network } = table.session.runs['A']!;
      for (const seat of seats) {
        played.set(seat.player!, [...(played.get(seat.player!) ?? []), unitName(network, seat.unit)]);
      }
      table.next(3);
    }
    for (const units of played.values()) expect([...units].sort()).toEqual(['h1', 'h2', 'y1', 'y2']);
  });

  test('a late comer is in a team at once and has a seat from the next round on', () => {
    const table = TestTable.started('swap', 2);
    table.room({ type: 'joinPlayer', player: 'late' });
    expect(playerView(table.session, 'late')).toMatchObject({ run: 'A', seat: null });
    expect(table.answer('late', 'G', '1')).toEqual({ accepted: false, rejection: 'noQuestion' });
    table.next(3);
    expect(playerView(table.session, 'late').seat?.round).toBe(2);
  });

  test('a seat is kept for a minute after its player left, not longer', () => {
    const table = TestTable.started('swap', 2);
    table.room({ type: 'playerLeft', player: 'p1' });
    table.at += LIMITS.keepSeatMs - 1;
    table.next(3);
    expect(playerView(table.session, 'p1').seat).not.toBeNull();
    table.at += 1;
    table.next(3);
    expect(playerView(table.session, 'p1').seat).toBeNull();
    table.room({ type: 'playerReturned', player: 'p1' });
    table.next(3);
    expect(playerView(table.session, 'p1').seat).not.toBeNull();
  });

  test('joining is rejected when the session is full or locked', () => {
    const table = TestTable.open('han-kamber');
    // One sample, fewest weights into a unit 2: two lanes of three units a team.
    const capacity = 2 * 3 * LIMITS.teams;
    let joined = 0;
    while (table.room({ type: 'joinPlayer', player: `p${joined}` }).accepted) joined++;
    expect(joined).toBe(capacity);
    expect(table.room({ type: 'joinPlayer', player: 'more' })).toEqual({
      accepted: false,
      rejection: 'sessionFull',
    });
    const locked = TestTable.started('swap', 1);
    locked.host({ type: 'lock', locked: true });
    expect(locked.room({ type: 'joinPlayer', player: 'p9' })).toEqual({
      accepted: false,
      rejection: 'sessionLocked',
    });
    expect(locked.room({ type: 'joinPlayer', player: 'p1' })).toEqual({ accepted: true, events: [] });
  });
});

describe('seats at units of one kind', () => {
  const unitsOf = (table: TestTable): string[] =>
    Object.keys(table.session.players).map((player) => playerView(table.session, player).seat?.unit ?? '');

  test.each([
    ['output', ['y1', 'y2']],
    ['hidden', ['h1', 'h2']],
  ] as const)('%s: only those are dealt, and players take turns at them', (seat, units) => {
    const table = TestTable.started('mazur', 2, { seat });
    const first = unitsOf(table);
    expect([...first].sort()).toEqual(units);
    table.next(3);
    expect(unitsOf(table)).toEqual([...first].reverse());
    // The machine takes the other seats.
    expect(table.session.runs['A']!.seats).toHaveLength(4);
  });

  test('more players than units of the kind open another lane', () => {
    const table = TestTable.started('mazur', 4, { seat: 'hidden' });
    expect(table.session.runs['A']!.lanes).toHaveLength(2);
    expect(unitsOf(table).sort()).toEqual(['h1', 'h1', 'h2', 'h2']);
  });

  test('in a network without units of the kind, players sit anywhere', () => {
    const table = TestTable.startedOn(generateNetwork('output', 2).file, 1, { seat: 'hidden' });
    expect(table.session.initial.layers).toHaveLength(1);
    expect(unitsOf(table)[0]).toMatch(/^y/u);
  });
});
