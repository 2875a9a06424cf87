import { ease, type Movement } from '../motion';
import type { NetworkView } from '../networkView';

/** Plays a verdict. Right: two hops; wrong: a puzzled lean. */
export async function playVerdict(
  view: NetworkView,
  unit: string,
  correct: boolean,
  movement: Movement,
): Promise<void> {
  const character = view.characters.get(unit);
  if (!character) return;
  character.setPose(correct ? 'hop' : 'puzzled');
  const { r } = character.placed;
  await movement.run(
    correct ? 900 : 800,
    (t) => {
      if (!correct) {
        const lean = Math.min(1, t * 4, (1 - t) * 6);
        return character.pull(1, 1, lean * 0.13 + Math.sin(t * 25) * 0.015 * (1 - t));
      }
      const height = Math.abs(Math.sin(t * 2 * Math.PI)) * (t < 0.5 ? 0.42 : 0.2);
      const landing = Math.max(0, 0.1 - height) * 0.9 * (1 - t);
      character.pull(1 + landing, 1 - landing, 0, height * r);
    },
    { ease: ease.linear },
  );
  character.pull(1, 1);
  character.setPose(null);
}
