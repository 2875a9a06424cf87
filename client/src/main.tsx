import '@fontsource/m-plus-rounded-1c/500.css';
import '@fontsource/m-plus-rounded-1c/700.css';
import '@fontsource/m-plus-rounded-1c/800.css';
import './styles/layers.css';
import './styles/reset.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/utilities.css';
import { render } from 'preact';
import { ignoreHeldEnter } from './input/heldKeys';
import { createStage } from './scenes/stage';
import { App } from './screens/App';
import { followAddress } from './screens/address';
import { GameContext } from './screens/game';
import { startLanguage } from './strings/language';
import { colyseusTable } from './table/colyseusTable';
import { localTable } from './table/localTable';

await startLanguage();
followAddress();
ignoreHeldEnter();
render(
  <GameContext.Provider value={{ createStage, openTable: colyseusTable, openLocalTable: localTable }}>
    <App />
  </GameContext.Provider>,
  document.getElementById('app')!,
);
