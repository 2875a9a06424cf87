// The parts of Phaser that this game uses, from its sources: the published entries bring input, loaders, tweens, sounds and
// lights along, which the browser does here or nobody needs. Exports are named as those of `phaser`, so that its types hold.
// Required by path: the package exports only its finished bundles.
require('../../../node_modules/phaser/src/polyfills/requestVideoFrame.js');
// Parts of every scene: they enter themselves into a list, and a scene has those that are in it.
require('../../../node_modules/phaser/src/events/EventEmitter.js');
require('../../../node_modules/phaser/src/cameras/2d/CameraManager.js');
require('../../../node_modules/phaser/src/gameobjects/DisplayList.js');
require('../../../node_modules/phaser/src/gameobjects/GameObjectCreator.js');
require('../../../node_modules/phaser/src/gameobjects/GameObjectFactory.js');
require('../../../node_modules/phaser/src/gameobjects/UpdateList.js');
require('../../../node_modules/phaser/src/plugins/BasePlugin.js');
require('../../../node_modules/phaser/src/scene/ScenePlugin.js');
// Things that `scene.add` can make.
require('../../../node_modules/phaser/src/gameobjects/bitmaptext/static/BitmapTextFactory.js');
require('../../../node_modules/phaser/src/gameobjects/container/ContainerFactory.js');
require('../../../node_modules/phaser/src/gameobjects/graphics/GraphicsFactory.js');
require('../../../node_modules/phaser/src/gameobjects/image/ImageFactory.js');
require('../../../node_modules/phaser/src/gameobjects/text/TextFactory.js');

module.exports = {
  Game: require('../../../node_modules/phaser/src/core/Game.js'),
  Scene: require('../../../node_modules/phaser/src/scene/Scene.js'),
  Scale: require('../../../node_modules/phaser/src/scale/const'),
  Textures: { FilterMode: require('../../../node_modules/phaser/src/textures/const.js') },
  WEBGL: require('../../../node_modules/phaser/src/const.js').WEBGL,
};
