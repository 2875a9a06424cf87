import { pointOn } from '../../drawing/layout/curve.ts';
import type { Curve, Layout, PlacedBias, PlacedEdge, PlacedTag } from '../../drawing/layout/parts.ts';
import { shortFigures } from '../../drawing/layout/text.ts';
import { PAPER, type Part, path, RED, SLATE } from '../../drawing/parts/ink.ts';
import {
  BIAS_DASH,
  BIAS_TWIN,
  biasWidth,
  CHEVRONS,
  DASH,
  edgeWidth,
  FAINT,
  TWIN,
} from '../../drawing/parts/lines.ts';
import { LOOKS } from '../../drawing/parts/looks.ts';
import { element, groupAt } from './element.ts';
import type { Pen } from './pen.ts';

/** Distance of a chevron at rest from its start, as a share of the edge. */
const CHEVRON_AT = 0.12;

const curvePath = ({ from, fromControl, toControl, to }: Curve): string =>
  path`M${from.x},${from.y}C${fromControl.x},${fromControl.y} ${toControl.x},${toControl.y} ${to.x},${to.y}`;

/** Line of a weight: as thick as the weight is large, dashed when negative; double for ◆; red where it carries back. */
export function edgeSvg(pen: Pen, { curve, weight, inQuestion, carriesBack, faint }: PlacedEdge): string {
  const d = curvePath(curve);
  const width = edgeWidth(weight);
  if (inQuestion)
    return pen.shape({ d, stroke: RED, width: 2 * TWIN + width }) + pen.shape({ d, stroke: PAPER, width });
  return pen.shape({
    d,
    stroke: carriesBack ? RED : SLATE,
    width,
    ...((weight ?? 0) < 0 ? { dash: DASH } : {}),
    ...(faint ? { alpha: FAINT } : {}),
  });
}

/** Chevrons that point back along an edge. */
export function chevronsSvg(pen: Pen, { curve, carriesBack, inQuestion }: PlacedEdge, chevron: Part): string {
  if (!carriesBack || inQuestion) return '';
  return CHEVRONS.map((start) => {
    const here = pointOn(curve, start + CHEVRON_AT);
    const ahead = pointOn(curve, start + CHEVRON_AT + 0.02);
    const angle = (Math.atan2(ahead.y - here.y, ahead.x - here.x) * 180) / Math.PI;
    return groupAt(
      here.x,
      here.y,
      element('g', { transform: `rotate(${angle.toFixed(1)})` }, pen.part(chevron)),
    );
  }).join('');
}

/** White ◆ at the left end of a label. */
function diamondAt(
  pen: Pen,
  area: { readonly x: number; readonly y: number; readonly w: number },
  size: number,
  diamond: Part,
): string {
  return groupAt(area.x - area.w / 2 + size * 0.9, area.y, pen.part(diamond));
}

/** Tag with the number of a weight. */
export function tagSvg(pen: Pen, tag: PlacedTag, { type }: Layout, diamond: Part): string {
  const { weight, inQuestion, carriesBack } = tag.edge;
  const look = inQuestion ? LOOKS.question : carriesBack ? LOOKS.back : LOOKS.tag;
  const text = weight === null ? '' : shortFigures(weight);
  const pill = pen.pill(tag, text, look, type.tag, inQuestion ? type.tag * 1.2 : 0);
  return inQuestion ? pill + diamondAt(pen, tag, type.tag, diamond) : pill;
}

/** A bias as a weight is drawn: a short line into the body, with a tag. */
export function biasSvg(pen: Pen, bias: PlacedBias, { type }: Layout, diamond: Part): string {
  const { value, inQuestion, text, line } = bias;
  const ends = [line.from, line.to];
  if (!inQuestion)
    return (
      pen.line(ends, { stroke: SLATE, width: biasWidth(value), ...(value < 0 ? { dash: BIAS_DASH } : {}) }) +
      pen.pill(bias, text, LOOKS.tag, type.tag)
    );
  return (
    pen.line(ends, { stroke: RED, width: BIAS_TWIN.red }) +
    pen.line(ends, { stroke: PAPER, width: BIAS_TWIN.gap }) +
    pen.pill(bias, text, LOOKS.question, type.tag, type.tag * 1.2) +
    diamondAt(pen, bias, type.tag, diamond)
  );
}
