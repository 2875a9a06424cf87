import type * as Phaser from 'phaser';

/** Makes a texture to draw into, in CSS px as in the scene. @param width  device px, as is the height */
export function addDynamicTexture(
  { textures, game }: Phaser.Scene,
  dpr: number,
  key: string,
  { width, height }: { readonly width: number; readonly height: number },
): Phaser.Textures.DynamicTexture {
  const renderer = game.renderer as Phaser.Renderer.WebGL.WebGLRenderer;
  const before = renderer.glTextureWrappers.length;
  const texture = textures.addDynamicTexture(key, width, height, false);
  if (!texture) throw new Error(`the texture ${key} exists already`);
  // Phaser makes two textures of that size and forgets the first.
  const own = texture.getWebGLTexture();
  for (const made of renderer.glTextureWrappers.slice(before)) if (made !== own) renderer.deleteTexture(made);
  texture.camera.setOrigin(0, 0).setZoom(dpr);
  return texture;
}
