// Phaser's core entry plus the parts this game draws with. The shape is that of `phaser`, so its types hold.
const Phaser = require('phaser/src/phaser-core.js');
Phaser.GameObjects.Container = require('phaser/src/gameobjects/container/Container.js');
require('phaser/src/gameobjects/container/ContainerFactory.js');
Phaser.GameObjects.BitmapText = require('phaser/src/gameobjects/bitmaptext/static/BitmapText.js');
require('phaser/src/gameobjects/bitmaptext/static/BitmapTextFactory.js');
Phaser.Curves = { CubicBezier: require('phaser/src/curves/CubicBezierCurve.js') };
module.exports = Phaser;
