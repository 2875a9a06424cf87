import { edgeWidth } from '@relay/shared/drawing/parts/lines';
import type { EdgeView } from '../edgeView';
import { ease, type Movement, MS } from '../motion';
import type { NetworkView } from '../networkView';
import { TEXT } from '../ink';
import { LOOKS, Pill } from '../pill';
import { shortFigures, textWidth } from '@relay/shared/drawing/layout/text';

type Weights = readonly (readonly (readonly number[])[])[];

interface Change {
  readonly line: EdgeView;
  readonly old: number;
  readonly now: number;
}

/** Largest change of a line's width from one of its steps to the next, CSS px: too small to be seen as a jump. */
const STEP_WIDTH = 0.5;

/** Number of steps in which lines change: painting all of them is the dearest thing there is to draw. */
function stepsFor(changes: readonly Change[]): number {
  const widths = changes.map(({ old, now }) => Math.abs(edgeWidth(now) - edgeWidth(old)));
  return Math.max(1, Math.ceil(Math.max(0, ...widths) / STEP_WIDTH));
}

/** Largest number of tags that are drawn afresh in each frame while they count; more of them count in steps, painted once each. */
const MOST_LIVE = 24;
const NUMBER_STEPS = 6;

/** Calls `step` with a progress in a number of equal steps, once for each. */
function inSteps(steps: number, step: (share: number) => void): (share: number) => void {
  let last = -1;
  return (share) => {
    const at = Math.floor(share * steps);
    if (at === last) return;
    last = at;
    step(at / steps);
  };
}

/** Number of changes written out, and the time for which they stay after the morphing. */
const SPELLED = 2;
const READING_MS = 1100;

const weightBefore = ({ edge }: EdgeView, before: Weights): number | undefined =>
  before[edge.layer - 1]?.[edge.fromIndex]?.[edge.toIndex];

/** Plays an update: all edges change from their old weight to the new one; the largest changes are written out, old → new. */
export async function playUpdate(
  view: NetworkView,
  before: Weights,
  movement: Movement,
  still: boolean,
): Promise<void> {
  const changes = view.edges.flatMap((line): Change | readonly Change[] => {
    const [old, now] = [weightBefore(line, before), line.edge.weight];
    return old === undefined || now === null || old === now ? [] : { line, old, now };
  });
  const labels = changes
    .toSorted((a, b) => Math.abs(b.now - b.old) - Math.abs(a.now - a.old))
    .slice(0, SPELLED)
    .map(({ line, old, now }) => changeLabel(view, line, old, now));
  const written = changes.filter(({ line }) => line.isWritten);
  const isLive = written.length > 0 && written.length <= MOST_LIVE;
  view.setLabelsLive(isLive);
  const morphLines = inSteps(stepsFor(changes), (share) => {
    for (const { line, old, now } of changes) line.showLine(old + (now - old) * share);
    view.repaintLines();
  });
  const writeNumbers = (share: number): void => {
    for (const { line, old, now } of written) line.showNumber(old + (now - old) * share);
    if (!isLive) view.repaintLabels();
  };
  const count = isLive ? writeNumbers : inSteps(NUMBER_STEPS, writeNumbers);
  const morph = (share: number): void => {
    morphLines(share);
    if (written.length > 0) count(share);
  };
  if (!still) await movement.run(MS.update, morph, { ease: ease.inOut });
  for (const { line, now } of changes) {
    line.showLine(now);
    line.showNumber(now);
  }
  view.repaintLines();
  if (isLive) view.setLabelsLive(false);
  else view.repaintLabels();
  for (const label of labels) label.root.setVisible(true);
  await movement.pause(READING_MS);
  for (const label of labels) label.destroy();
}

function changeLabel(view: NetworkView, { edge }: EdgeView, old: number, now: number): Pill {
  const { layout, context } = view;
  const size = layout.type.tag;
  const text = `${shortFigures(old)} → ${shortFigures(now)}`;
  const tag = layout.tags.find((one) => one.edge.key === edge.key);
  const at = tag ?? edge.curve.to;
  const w = textWidth(text, size) + size * 1.2;
  const x = Math.max(w / 2 + 2, Math.min(layout.box.width - w / 2 - 2, at.x));
  const label = new Pill(context, size).show({ x, y: at.y, w, h: size * 1.9 }, text, {
    ...LOOKS.change,
    text: TEXT,
  });
  label.root.setVisible(false);
  view.layer('over').add(label.root);
  return label;
}
