import { table } from '../../shared/bench/support.ts';
import { type Circumstances, measureEmptyScene, measureGame, type Row } from './frames/measure.ts';
import { NETWORKS } from './frames/networks.ts';
import { servePages } from './frames/pages.ts';
import { openBrowser } from './support/browser.ts';
import type { Section } from './support/section.ts';

const TARGETS = { frameMs: 4, framesPerSecond: 12, heapGrowth: 200_000 };
/** Frames at rest over which the heap is watched. */
const FRAMES = 600;

const ms = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
const cells = ({ what, cost, heapGrowth }: Row): string[] => [
  what,
  ms(cost.frameMs),
  ms(cost.slowMs),
  cost.framesPerSecond.toFixed(1),
  cost.callsPerFrame.toFixed(0),
  `${cost.pageShare.toFixed(0)} %`,
  `${cost.drawingShare.toFixed(0)} %`,
  ...(heapGrowth
    ? [heapGrowth.objects, heapGrowth.code].map((bytes) => (bytes / 1000).toFixed(0))
    : ['', '']),
];

/** Cost of drawing for a page, on networks up to the largest, beside an empty scene of Phaser. */
export const frames: Section = {
  name: 'frames',
  title: 'Frames, drawn in software',
  run: async () => {
    const pages = await servePages();
    const rows: Row[] = [];
    /** Measures in a browser of its own, so that no page pays for another. */
    const measured = async (measure: (around: Circumstances) => Promise<Row[]>): Promise<void> => {
      const browser = await openBrowser();
      try {
        rows.push(...(await measure({ browser, url: pages.url, frames: FRAMES })));
      } finally {
        await browser.close();
      }
    };
    try {
      await measured(measureEmptyScene);
      for (const file of NETWORKS) await measured((around) => measureGame(around, file));
    } finally {
      pages.close();
    }
    const { frameMs, framesPerSecond, heapGrowth } = TARGETS;
    const target = ['to reach', `≤ ${frameMs}`, '', `at rest ≤ ${framesPerSecond}`, '', '', ''];
    const head = ['', 'script ms a frame', '95 %', 'frames/s', 'draw calls', 'page', 'drawing'].concat(
      'heap + kB: objects',
      'compiled code',
    );
    const text = table(head, [...rows.map(cells), [...target, `< ${heapGrowth / 1000}`, '']]);
    return { text, figures: { rows } };
  },
};
