import type { PlaceId } from '@relay/shared/question/places/place';
import { cx } from '../../../styles/cx';
import { prefersReducedMotion } from '../../motion';
import styles from './fly.module.css';

const FLIGHT_MS = 380;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Animates a value from its place in the network to its slot. Decoration: the slot has its value already. */
export function flyToSlot(place: PlaceId, text: string, from: Point | null, button?: Element): void {
  if (prefersReducedMotion() || document.hidden) return;
  requestAnimationFrame(() => {
    const slot = document.querySelector(`[data-slot="${CSS.escape(place)}"]`);
    const start = from ?? (button && centreOf(button));
    if (!slot || !start) return;
    flyTo(slot, text, start);
    slot.animate([{ opacity: 0 }, { opacity: 0, offset: 0.9 }, { opacity: 1 }], { duration: FLIGHT_MS });
  });
}

/** Animates a value from its place in the network to the line that it was inserted into. */
export function flyToLine(line: Element, text: string, from: Point | null): void {
  if (!from || prefersReducedMotion() || document.hidden) return;
  flyTo(line, text, from);
}

function flyTo(target: Element, text: string, start: Point): void {
  const end = centreOf(target);
  const chip = document.createElement('span');
  chip.className = cx(styles.flying, 'digits');
  chip.textContent = text;
  chip.ariaHidden = 'true';
  document.body.append(chip);
  const at = (point: Point, scale = 1) => ({
    transform: `translate(${point.x}px, ${point.y}px) translate(-50%, -50%) scale(${scale})`,
  });
  const top: Point = { x: (start.x + end.x) / 2, y: Math.min(start.y, end.y) - 40 };
  const flight = chip.animate([at(start), { ...at(top, 1.15), offset: 0.5 }, at(end)], {
    duration: FLIGHT_MS,
    easing: 'cubic-bezier(.3,0,.3,1)',
  });
  void flight.finished.finally(() => chip.remove());
}

function centreOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
