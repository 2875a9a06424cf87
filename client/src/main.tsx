import 'virtual:font-faces.css';
import './styles/layers.css';
import './styles/reset.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/utilities.css';
import { render } from 'preact';
import { ignoreHeldEnter } from './input/heldKeys';
import { App } from './screens/App';
import { followAddress } from './screens/address';
import { type Game, GameContext } from './screens/game';
import { notePartMissing } from './screens/missingPart';
import { Notices } from './screens/parts/notices/Notices';
import { startLanguage } from './strings/language';

const loadStage = () => import('./scenes/stage');
const loadTable = () => import('./table/colyseusTable');
const game: Game = {
  loadStage,
  loadTable,
  createStage: async (parent) => (await loadStage()).createStage(parent),
  openTable: async (seating) => (await loadTable()).colyseusTable(seating),
};
const root = document.getElementById('app')!;

startLanguage().then(
  () => {
    followAddress();
    ignoreHeldEnter();
    render(
      <GameContext.Provider value={game}>
        <App />
      </GameContext.Provider>,
      root,
    );
  },
  (reason: unknown) => {
    // Without the words there is nothing to show.
    notePartMissing(reason);
    render(<Notices />, root);
  },
);
