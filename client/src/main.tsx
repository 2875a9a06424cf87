import '@fontsource/m-plus-rounded-1c/500.css';
import '@fontsource/m-plus-rounded-1c/700.css';
import '@fontsource/m-plus-rounded-1c/800.css';
import './styles/tokens.css';
import './screens/styles/base.css';
import './screens/styles/quiet.css';
import './screens/styles/player.css';
import './screens/styles/answer.css';
import './screens/styles/asks.css';
import './screens/styles/filling.css';
import './screens/styles/lobby.css';
import './screens/styles/host.css';
import './screens/styles/lead.css';
import './screens/styles/create.css';
import './screens/styles/projector.css';
import './screens/styles/practise.css';
import './screens/styles/alone.css';
import './screens/styles/receipt.css';
import './screens/styles/learning.css';
import './screens/styles/creature.css';
import './screens/styles/together.css';
import './screens/styles/relay.css';
import './screens/styles/warmUp.css';
import { render } from 'preact';
import { createStage } from './scenes/stage';
import { App } from './screens/App';
import { followAddress } from './screens/address';
import { GameContext } from './screens/game';
import { startLanguage } from './strings/language';
import { colyseusTable } from './table/colyseusTable';
import { localTable } from './table/localTable';

await startLanguage();
followAddress();
render(
  <GameContext.Provider value={{ createStage, openTable: colyseusTable, openLocalTable: localTable }}>
    <App />
  </GameContext.Provider>,
  document.getElementById('app')!,
);
