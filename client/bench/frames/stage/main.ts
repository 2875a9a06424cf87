/** The drawing alone: pictures of any network, and every movement; at `#empty` Phaser with the game's options and an empty scene. */
import { type NetworkFile, networkOf } from '@relay/shared/network/networkFile';
import type { Cue } from '../../../src/picture/stage';
import { openGame, surfaceOf } from '../../../src/scenes/game';
import { createStage } from '../../../src/scenes/stage';
import { type Moment, pictureOf } from './pictures';

/** Functions of the page that a benchmark calls. */
export interface StageBench {
  show(file: NetworkFile, moment: Moment, scale?: 'player' | 'projector'): void;
  /** Plays a movement of the network shown last; resolves when it is over. */
  play(type: Cue['type']): Promise<void>;
}

const parent = document.getElementById('stage')!;

async function openStage(): Promise<StageBench> {
  const stage = await createStage(parent);
  let shown: NetworkFile | null = null;
  return {
    show(file, moment, scale = 'player') {
      shown = file;
      stage.show(pictureOf(networkOf(file), file.data[0]!, moment, scale));
    },
    play(type) {
      const cues: Record<Cue['type'], Cue> = {
        forward: { type: 'forward', layers: null },
        parcels: { type: 'parcels', layers: null },
        cheer: { type: 'cheer' },
        verdict: { type: 'verdict', unit: 'y1', correct: true },
        update: {
          type: 'update',
          before: shown!.weights.map((rows) => rows.map((row) => row.map((w) => w + 0.3))),
        },
      };
      return stage.play(cues[type]);
    },
  };
}

if (location.hash === '#empty') {
  await openGame(parent, surfaceOf(parent));
  parent.dataset['stage'] = 'ready';
} else Object.assign(globalThis, { stageBench: await openStage() });
