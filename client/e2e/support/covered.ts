import { expect, type Page } from '@playwright/test';

/** Share of a line's box above and below its letters, where lines may overlap. */
const SLACK = 0.22;

/** Checks that no visible text is covered by another or by an opaque box, and that all are on the screen where the page does not scroll. */
export async function expectNothingCovered(page: Page): Promise<void> {
  // A page whose window has just changed is still being laid out.
  await expect.poll(() => page.evaluate(coveredTexts, SLACK)).toEqual([]);
}

/** Line of a text on the page, CSS px. */
interface Seen {
  readonly text: string;
  readonly parent: Element;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Finds covered texts. Runs in the page, so it contains everything it calls. */
// oxlint-disable-next-line max-lines-per-function -- it runs in the page, where it finds nothing but itself
function coveredTexts(slack: number): string[] {
  /** Visible part of one line: without parts hidden by a frame or the space above and below its letters. */
  const visible = (text: string, line: DOMRect, parent: Element): Seen => {
    let { left, right, top, bottom } = line;
    for (let frame: Element | null = parent; frame; frame = frame.parentElement) {
      if (!/auto|scroll|hidden|clip/u.test(getComputedStyle(frame).overflowY)) continue;
      const box = frame.getBoundingClientRect();
      [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    const air = slack * line.height;
    return {
      text,
      parent,
      left,
      right,
      top: Math.max(top, line.top + air),
      bottom: Math.min(bottom, line.bottom - air),
    };
  };

  /** True for what is only read out. */
  const isClipped = (element: Element): boolean => getComputedStyle(element).clipPath === 'inset(50%)';

  /** Bars that stay in sight while the page is scrolled: what is behind them is scrolled out from there. */
  const bars = [...document.querySelectorAll('[class*="consoleLead"], header')].filter((bar) => {
    const { position } = getComputedStyle(bar);
    return position === 'fixed' || (position === 'sticky' && scrollY > 0);
  });
  const isBehindBar = ({ parent, left, right, top, bottom }: Seen): boolean =>
    bars.some((bar) => {
      const box = bar.getBoundingClientRect();
      const isInside = right > box.left && left < box.right && bottom > box.top && top < box.bottom;
      return isInside && !bar.contains(parent);
    });

  const linesOf = (node: Node): Seen[] => {
    const text = node.textContent!.trim();
    const parent = node.parentElement!;
    if (
      text === '' ||
      isClipped(parent) ||
      parent.closest('.visually-hidden, svg, option, details:not([open])')
    )
      return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()]
      .map((line) => visible(text, line, parent))
      .filter((seen) => seen.right - seen.left > 1 && seen.bottom - seen.top > 1 && !isBehindBar(seen));
  };

  const scrolls = document.documentElement.scrollHeight > innerHeight + 1;
  const isOff = ({ left, right, top, bottom }: Seen): boolean =>
    left < -1 || right > innerWidth + 1 || (!scrolls && (top < -1 || bottom > innerHeight + 1));
  const meet = (a: Seen, b: Seen): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

  /** True where something else than the text's own element lies on top of its middle. */
  const isBehind = ({ parent, left, right, top, bottom }: Seen): boolean => {
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    // A label that lets presses through lies above the field that it belongs to.
    if (!above || above.contains(parent) || getComputedStyle(parent).pointerEvents === 'none') return false;
    return !parent.contains(above) && getComputedStyle(above).backgroundColor !== 'rgba(0, 0, 0, 0)';
  };

  const seen: Seen[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) seen.push(...linesOf(node));
  return seen.flatMap((a, i) => [
    ...(isOff(a) ? [`${a.text}: off the screen`] : []),
    ...(isBehind(a) ? [`${a.text}: behind something`] : []),
    ...seen.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.text} / ${b.text}`] : [])),
  ]);
}
