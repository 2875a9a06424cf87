import { useEffect } from 'preact/hooks';

/** Characters of the sentences, whose fonts every page has. Set by the build. */
declare const FONT_CHARACTERS: string;

const known = new Set(FONT_CHARACTERS);
const isKnown = (text: string): boolean => [...text].every((character) => known.has(character));

/**
 * Loads the font faces that a nickname needs besides those of the sentences: some hundred rules, which most classes need
 * none of. Without them a name is shown in a font of the system.
 */
export async function loadFacesFor(text: string): Promise<void> {
  if (!isKnown(text)) await import('./restFaces').catch(() => undefined);
}

interface WithPlayers {
  readonly view: { readonly players: Readonly<Record<string, { readonly name: string }>> } | null;
}

/** Loads the font faces for the names of the players at a table, whenever there are others. */
export function useFacesFor(state: WithPlayers | undefined): void {
  const players = state?.view?.players;
  useEffect(() => {
    for (const { name } of Object.values(players ?? {})) void loadFacesFor(name);
  }, [players]);
}
