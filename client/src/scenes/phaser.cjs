// Phaser's core entry plus the parts that this game uses. Exports are those of `phaser`, so that its types hold.
// Required by path: the package exports only its finished bundles, not its sources.
const Phaser = require('../../../node_modules/phaser/src/phaser-core.js');
Phaser.GameObjects.Container = require('../../../node_modules/phaser/src/gameobjects/container/Container.js');
require('../../../node_modules/phaser/src/gameobjects/container/ContainerFactory.js');
Phaser.GameObjects.BitmapText = require('../../../node_modules/phaser/src/gameobjects/bitmaptext/static/BitmapText.js');
require('../../../node_modules/phaser/src/gameobjects/bitmaptext/static/BitmapTextFactory.js');
Phaser.Curves = { CubicBezier: require('../../../node_modules/phaser/src/curves/CubicBezierCurve.js') };
module.exports = Phaser;
