import { type NetworkFile, readNetworkFile } from './networkFile.ts';
import and from './networks/and.json' with { type: 'json' };
import article from './networks/article.json' with { type: 'json' };
import deadRelu from './networks/dead-relu.json' with { type: 'json' };
import deep from './networks/deep.json' with { type: 'json' };
import hanKamber from './networks/han-kamber.json' with { type: 'json' };
import line from './networks/line.json' with { type: 'json' };
import mazur from './networks/mazur.json' with { type: 'json' };
import moons from './networks/moons.json' with { type: 'json' };
import or from './networks/or.json' with { type: 'json' };
import softmax from './networks/softmax.json' with { type: 'json' };
import sumAndDifference from './networks/sum-and-difference.json' with { type: 'json' };
import swap from './networks/swap.json' with { type: 'json' };
import swapTwoSlopes from './networks/swap-two-slopes.json' with { type: 'json' };
import vanishing from './networks/vanishing.json' with { type: 'json' };
import xor from './networks/xor.json' with { type: 'json' };

/** Groups of presets: a first lesson, an example from a book, a task to learn, a failure of training. */
export const PRESET_GROUPS = ['first', 'book', 'task', 'wrong'] as const;
type PresetGroup = (typeof PRESET_GROUPS)[number];

export interface Preset {
  readonly id: string;
  readonly group: PresetGroup;
  readonly file: NetworkFile;
}

/** Reads a preset's file like every network file; an invalid one throws when this module loads. */
function preset(id: string, group: PresetGroup, json: unknown): Preset {
  const read = readNetworkFile(json);
  if (!read.ok) throw new RangeError(`the preset ${id} is no network: ${JSON.stringify(read.problems)}`);
  return { id, group, file: read.file };
}

/** Networks that come with the game, in the order in which a host is offered them. The first is the default. */
export const PRESETS: readonly Preset[] = [
  preset('swap-two-slopes', 'first', swapTwoSlopes),
  preset('swap', 'first', swap),
  preset('sum-and-difference', 'first', sumAndDifference),
  preset('article', 'first', article),
  preset('mazur', 'book', mazur),
  preset('han-kamber', 'book', hanKamber),
  preset('softmax', 'book', softmax),
  preset('and', 'task', and),
  preset('or', 'task', or),
  preset('xor', 'task', xor),
  preset('line', 'task', line),
  preset('moons', 'task', moons),
  preset('deep', 'task', deep),
  preset('vanishing', 'wrong', vanishing),
  preset('dead-relu', 'wrong', deadRelu),
];

export function presetById(id: string): NetworkFile | undefined {
  return PRESETS.find((one) => one.id === id)?.file;
}
