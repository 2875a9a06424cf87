/** Number of sessions, and of players in each. */
export interface Layout {
  readonly name: string;
  readonly sessions: number;
  readonly players: number;
}

function layout(sessions: number, players: number): Layout {
  return { name: `${sessions} × ${players.toLocaleString('en')}`, sessions, players };
}

/** A school, a lecture hall, the largest session. */
export const LAYOUTS: readonly Layout[] = [layout(25, 40), layout(1, 300), layout(1, 1_000)];
export const QUICK_LAYOUTS: readonly Layout[] = [layout(4, 20), layout(1, 120)];

/** Layout from a command line: `25x40`. @throws {RangeError} something else */
export function layoutNamed(text: string): Layout {
  const [sessions, players] = text.split(/[x×]/u).map(Number);
  if (!sessions || !players) throw new RangeError(`a layout is written like 25x40, not ${text}`);
  const made = layout(sessions, players);
  return LAYOUTS.find(({ name }) => name === made.name) ?? made;
}
