import type { Plugin } from 'vite';

/**
 * Modules of libraries that the pages never run, by the ends of their paths. Their authors import all of them from
 * everywhere, so that no bundler can see that they are not needed. Who runs one after all is told so by an exception.
 */
const LEFT_OUT: readonly RegExp[] = [
  // Phaser: lists of everything that can be drawn, filters, lights, tiles, animations and atlases.
  /\/phaser\/src\/renderer\/webgl\/(?:shaders|renderNodes)\/index\.js$/u,
  /\/phaser\/src\/filters\/[A-Z]\w+\.js$/u,
  /\/phaser\/src\/renderer\/webgl\/renderNodes\/filters\/Filter\w+\.js$/u,
  /\/phaser\/src\/renderer\/webgl\/renderNodes\/BatchHandler(?:PointLight|Strip|TileSprite)\.js$/u,
  /\/phaser\/src\/renderer\/webgl\/renderNodes\/filters\/BaseFilterShader\.js$/u,
  /\/phaser\/src\/renderer\/webgl\/renderNodes\/submitter\/Submitter(?:SpriteGPULayer|TilemapGPULayer|Tile|TileSprite|MeshToQuad)\.js$/u,
  /\/phaser\/src\/renderer\/webgl\/renderNodes\/(?:transformer\/TransformerTile|transformer\/TransformerTileSprite|texturer\/TexturerTileSprite)\.js$/u,
  /\/phaser\/src\/renderer\/(?:webgl\/shaders\/DefineLights-glsl|snapshot\/WebGLSnapshot)\.js$/u,
  /\/phaser\/src\/gameobjects\/(?:graphics\/GraphicsCanvasRenderer|bitmaptext\/Parse(?:FromAtlas|XMLBitmapFont))\.js$/u,
  /\/phaser\/src\/animations\/Animation(?:Frame)?\.js$/u,
  /\/phaser\/src\/textures\/parsers\/(?!Canvas|Image|index)\w+\.js$/u,
  // Phaser: inputs that the stage takes from the DOM, paths, noise, turning in space, matrices of a list.
  /\/phaser\/src\/input\/(?:keyboard|mouse|touch)\/\w+Manager\.js$/u,
  /\/phaser\/src\/gameobjects\/components\/PathFollower\.js$/u,
  /\/phaser\/src\/math\/(?:Hash\w*|Euler|Matrix3|Quaternion|RotateVec3|Vector4)\.js$/u,
  /\/phaser\/src\/math\/interpolation\/\w+Interpolation\.js$/u,
  /\/phaser\/src\/utils\/array\/matrix\/\w+\.js$/u,
  // Colyseus: synced state, predicted input and another transport; the rooms send messages over a WebSocket.
  /\/@colyseus\/sdk\/build\/(?:input\/RoomInput|transport\/H3Transport|serializer\/SchemaSerializer)\.mjs$/u,
];

const THROW =
  "throw new Error('this part of the library is left out of the build (client/build/leftOut.ts)')";
const COMMON_JS = '\0left-out.cjs';
const MODULE = '\0left-out.mjs';
const SCHEMA = '\0schema-codec.mjs';
const TILE_SPRITE = '\0tile-sprite.cjs';

/** Modules that stand for what is left out, in CommonJS and with the names under which the others import it. */
const CODE: Readonly<Record<string, string>> = {
  [COMMON_JS]: `module.exports = function LeftOut() { ${THROW}; };`,
  [TILE_SPRITE]:
    'module.exports = function TileSprite() {}; module.exports.prototype.setOrigin = function () { return this; };',
  [MODULE]: `class LeftOut { constructor() { ${THROW}; } }
export { LeftOut as RoomInput, LeftOut as H3TransportTransport, LeftOut as SchemaSerializer, LeftOut as getStateCallbacks };`,
};

/** Colyseus' schema library, of which a connection needs only how it writes numbers and texts. @param main  its main module */
const schemaCodec = (main: string): string => {
  const sources = main.replace(/\/build\/.*$/u, '/src/encoding');
  return `export { encode } from '${sources}/encode.ts';
export { decode } from '${sources}/decode.ts';
class LeftOut { constructor() { ${THROW}; } }
export { LeftOut as Callbacks, LeftOut as Decoder, LeftOut as $values, LeftOut as $refId };`;
};

/** Object that Phaser makes at the start, for patterns of tiles that nobody draws. */
const IS_TILE_SPRITE = /\/phaser\/src\/gameobjects\/tilesprite\/TileSprite\.js$/u;

const IS_LIBRARY = /\/(?:phaser\/src|@colyseus\/sdk)\//u;

/** Leaves parts of libraries out of a build. In development the libraries are whole. */
export const leftOut = (): Plugin => ({
  name: 'left-out',
  apply: 'build',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!importer || !IS_LIBRARY.test(importer)) return null;
    if (id === '@colyseus/schema') return SCHEMA;
    if (!id.startsWith('.')) return null;
    const found = await this.resolve(id, importer, { skipSelf: true });
    if (found && IS_TILE_SPRITE.test(found.id)) return TILE_SPRITE;
    if (!found || !LEFT_OUT.some((part) => part.test(found.id))) return null;
    return found.id.endsWith('.mjs') ? MODULE : COMMON_JS;
  },
  async load(id) {
    if (id !== SCHEMA) return CODE[id] ?? null;
    const schema = await this.resolve('@colyseus/schema');
    return schema && schemaCodec(schema.id);
  },
});
