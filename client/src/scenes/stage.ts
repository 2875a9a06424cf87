import type * as Phaser from 'phaser';
import type { PlaceId } from '@relay/shared/question/places/place';
import { anchorOf, placeAt } from '@relay/shared/drawing/layout/taps';
import type { Picture } from '@relay/shared/drawing/picture';
import type { CreateStage, Cue, Stage } from '../picture/stage';
import { playCue } from './cues/play';
import { Drawing } from './drawing';
import { openGame, surfaceOf } from './game';
import { fontReady } from './glyphs';
import { Motions, Movement } from './motion';
import { answerPress, HoverRing } from './press';
import { RenderLoop } from './renderLoop';

/** Makes a stage that fills `parent` and follows its size. */
export const createStage: CreateStage = async (parent) => {
  const fontIsHere = await fontReady();
  const surface = surfaceOf(parent);
  const { game, scene } = await openGame(parent, surface);
  return new PhaserStage(parent, game, scene, fontIsHere);
};

class PhaserStage implements Stage {
  readonly #parent: HTMLElement;
  readonly #game: Phaser.Game;
  readonly #reduced = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #motions = new Motions(() => this.#loop.once());
  readonly #loop: RenderLoop;
  readonly #drawing: Drawing;
  readonly #observer: ResizeObserver;
  readonly #listeners = new Set<(place: PlaceId) => void>();
  readonly #hover = new HoverRing();
  #movement: Movement | null = null;
  #moved: Promise<void> = Promise.resolve();
  #drawn = false;

  constructor(parent: HTMLElement, game: Phaser.Game, scene: Phaser.Scene, fontIsHere: boolean) {
    this.#parent = parent;
    this.#game = game;
    const { canvas } = game;
    canvas.setAttribute('aria-hidden', 'true');
    canvas.style.display = 'block';
    canvas.style.touchAction = 'manipulation';
    this.#loop = new RenderLoop(game, {
      isStill: () => this.#reduced.matches,
      advance: this.#advance,
      animateIdle: (idleMs) => this.#drawing.view?.animateIdle(idleMs),
    });
    this.#drawing = new Drawing({ game, scene }, surfaceOf(parent), this.#motions, {
      wake: this.#loop.once,
      onRebuild: () => this.#endMovement(),
    });
    this.#observer = new ResizeObserver(() => this.#drawing.resize(surfaceOf(parent)));
    this.#observer.observe(parent);
    canvas.addEventListener('pointerdown', this.#onPress);
    canvas.addEventListener('click', this.#onClick);
    canvas.addEventListener('pointermove', this.#onMove);
    canvas.addEventListener('pointerleave', this.#onLeave);
    canvas.addEventListener('webglcontextrestored', this.#onRestored);
    document.addEventListener('visibilitychange', this.#onVisibility);
    if (!fontIsHere) document.fonts.addEventListener('loadingdone', this.#onFonts);
  }

  show(picture: Picture): void {
    this.#drawing.show(picture);
    this.#loop.stir();
  }

  play(cue: Cue): Promise<void> {
    this.#endMovement();
    const movement = new Movement(this.#motions);
    this.#movement = movement;
    // The movement before this one must have cleaned up first.
    const moved = this.#moved.then(() => this.#perform(cue, movement));
    this.#moved = moved.catch(() => undefined);
    return moved;
  }

  onTap(listener: (place: PlaceId) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  positionOf(place: PlaceId): { readonly x: number; readonly y: number } | null {
    const { view } = this.#drawing;
    const at = view && anchorOf(view.layout.taps, place);
    if (!at) return null;
    const box = this.#game.canvas.getBoundingClientRect();
    return { x: box.left + at.x, y: box.top + at.y };
  }

  destroy(): void {
    this.#endMovement();
    this.#observer.disconnect();
    this.#loop.destroy();
    this.#listeners.clear();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    document.fonts.removeEventListener('loadingdone', this.#onFonts);
    delete this.#parent.dataset['stage'];
    this.#game.destroy(true);
    // Phaser destroys itself in its next step, and its loop is asleep.
    this.#game.loop.step(performance.now());
  }

  readonly #advance = (now: number): boolean => {
    const { view } = this.#drawing;
    const more = this.#motions.advance(now);
    view?.paintStills();
    if (view && !this.#drawn) {
      this.#drawn = true;
      this.#parent.dataset['stage'] = 'ready';
    }
    return more;
  };

  async #perform(cue: Cue, movement: Movement): Promise<void> {
    const { view } = this.#drawing;
    if (!view || document.hidden || !movement.live) return;
    await playCue(view, cue, movement, this.#reduced.matches);
    this.#loop.once();
  }

  #endMovement(): void {
    this.#movement?.end();
    this.#movement = null;
  }

  #placeUnder(event: MouseEvent): PlaceId | null {
    const { view } = this.#drawing;
    if (!view) return null;
    const box = this.#game.canvas.getBoundingClientRect();
    return placeAt(view.layout.taps, { x: event.clientX - box.left, y: event.clientY - box.top });
  }

  readonly #onPress = (event: PointerEvent): void => {
    const place = this.#placeUnder(event);
    const { view } = this.#drawing;
    if (place && view) answerPress(view, place, this.#reduced.matches);
  };

  readonly #onClick = (event: MouseEvent): void => {
    const place = this.#placeUnder(event);
    if (place) for (const listener of this.#listeners) listener(place);
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    this.#hoverOver(this.#placeUnder(event));
  };

  readonly #onLeave = (): void => this.#hoverOver(null);

  #hoverOver(place: PlaceId | null): void {
    const { view } = this.#drawing;
    this.#game.canvas.style.cursor = place ? 'pointer' : '';
    if (view && this.#hover.over(view, place)) this.#loop.once();
  }

  readonly #onVisibility = (): void => {
    // A movement on a hidden page would only delay the screen that awaits it.
    if (document.hidden) this.#endMovement();
  };

  /** Draws everything again when the browser gives the drawing context back: it comes back empty. */
  readonly #onRestored = (): void => {
    this.#drawing.redraw();
    this.#loop.stir();
  };

  /** Draws again, when a font has been loaded late, what was drawn with a system font. */
  readonly #onFonts = (): void => {
    void fontReady().then((isReady) => {
      if (!isReady) return;
      document.fonts.removeEventListener('loadingdone', this.#onFonts);
      this.#drawing.redraw();
    });
  };
}
