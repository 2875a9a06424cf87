import type * as Phaser from 'phaser';
import { type PlaceId, unitOfPlace } from '@relay/shared/question/places/placeId';
import { anchorOf } from '@relay/shared/drawing/layout/taps';
import { BLUE, hex } from './ink';
import { ease, MS } from './motion';
import type { NetworkView } from './networkView';

/** Shows a press at once, before its effect is known: the unit gives way, a ring spreads. */
export function answerPress(view: NetworkView, place: PlaceId, still: boolean): void {
  const anchor = anchorOf(view.layout.taps, place);
  if (!anchor) return;
  const ring = view.context.scene.add.graphics().setPosition(anchor.x, anchor.y);
  ring.lineStyle(4, hex(BLUE)).strokeCircle(0, 0, 24);
  view.layer('over').add(ring);
  const grow = (t: number): void => {
    if (ring.active) ring.setAlpha(0.9 * (1 - t)).setScale(still ? 1 : 0.7 + 0.5 * t);
  };
  void view.motions.run(MS.pop * 1.6, grow, { ease: ease.out }).then(() => ring.destroy());
  const unit = view.characters.get(unitOfPlace(place) ?? '');
  if (!unit || still) return;
  void view.motions
    .run(MS.press, (t) => unit.pull(1 + 0.05 * t, 1 - 0.07 * t))
    .then(() =>
      view.motions.run(MS.pop, (t) => unit.pull(1.05 - 0.05 * t, 0.93 + 0.07 * t), { ease: ease.pop }),
    );
}

/** Ring round the place under the mouse. */
export class HoverRing {
  #ring: Phaser.GameObjects.Graphics | null = null;
  #place: PlaceId | null = null;

  /** Moves the ring to a place. @returns true when the place has changed */
  over(view: NetworkView, place: PlaceId | null): boolean {
    if (place === this.#place && (this.#ring?.active ?? place === null)) return false;
    this.#place = place;
    this.#ring?.destroy();
    this.#ring = null;
    const zone = view.layout.taps.find((one) => one.place === place && one.shape !== 'curve');
    if (!zone || zone.shape === 'curve') return true;
    this.#ring = view.context.scene.add.graphics().lineStyle(2.5, hex(BLUE), 0.45);
    if (zone.shape === 'circle') this.#ring.strokeCircle(zone.x, zone.y, zone.r + 4);
    else {
      const [w, h] = [zone.w + 8, zone.h + 8];
      this.#ring.strokeRoundedRect(zone.x - w / 2, zone.y - h / 2, w, h, Math.min(20, h / 2));
    }
    view.layer('over').add(this.#ring);
    return true;
  }
}
