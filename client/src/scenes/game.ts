import * as Phaser from 'phaser';

export interface Surface {
  /** CSS px */
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
}

/** Number of pixels that a slow school laptop still fills in time for a frame. */
const PLENTY = 600_000;

/** Surface of an element at its screen's resolution; more than 3 (2 on large canvases) costs time and shows no difference. */
export function surfaceOf(parent: HTMLElement): Surface {
  const { width, height } = parent.getBoundingClientRect();
  const most = width * height > PLENTY ? 2 : 3;
  const dpr = Math.max(1, Math.min(devicePixelRatio || 1, most));
  return { width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(height)), dpr };
}

/** Starts Phaser with one empty scene, without sound and without its own input. */
export function openGame(
  parent: HTMLElement,
  { width, height, dpr }: Surface,
): Promise<{ readonly game: Phaser.Game; readonly scene: Phaser.Scene }> {
  return new Promise((resolve, reject) => {
    class NetworkScene extends Phaser.Scene {
      create(): void {
        resolve({ game, scene: this });
      }
    }
    let game: Phaser.Game;
    try {
      game = new Phaser.Game({
        type: Phaser.WEBGL,
        parent,
        width: Math.round(width * dpr),
        height: Math.round(height * dpr),
        scale: { mode: Phaser.Scale.NONE, zoom: 1 / dpr },
        transparent: true,
        banner: false,
        // Multisampling costs more than everything else together in a software renderer; shapes smooth their own rims.
        render: { antialiasGL: false },
        autoFocus: false,
        audio: { noAudio: true },
        input: { mouse: false, touch: false, keyboard: false, gamepad: false },
        scene: new NetworkScene('network'),
      });
    } catch (error) {
      reject(error);
    }
  });
}

/** Fits canvas and camera to a surface: scene coordinates are CSS px, the canvas has device pixels. */
export function fitGame(game: Phaser.Game, scene: Phaser.Scene, { width, height, dpr }: Surface): void {
  const [w, h] = [Math.round(width * dpr), Math.round(height * dpr)];
  if (game.canvas.width !== w || game.canvas.height !== h) game.scale.resize(w, h);
  // Resizing keeps the old CSS size until the zoom is set again.
  game.scale.setZoom(1 / dpr);
  scene.cameras.main.setSize(w, h).setOrigin(0, 0).setZoom(dpr);
}
