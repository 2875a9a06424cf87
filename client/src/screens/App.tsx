import type { ComponentType } from 'preact';
import { address } from './address';
import { Home } from './Home';
import { Host } from './host/Host';
import { Join } from './Join';
import { NotFound } from './NotFound';
import { Announcer } from './parts/Announcer';
import { VersionMismatch } from './parts/VersionMismatch';
import { Player } from './player/Player';
import { Practise } from './practise/Practise';
import { useKeptFocus } from './keptFocus';
import { Projector } from './projector/Projector';

const SCREENS: Readonly<Record<string, ComponentType>> = {
  '/': Home,
  '/join': Join,
  '/play': Player,
  '/practise': Practise,
  '/host': Host,
  '/projector': Projector,
};

export function App() {
  const { path, fragment } = address.value;
  useKeptFocus(`${path}#${fragment}`);
  const Screen = path === '/join' && fragment === 'play' ? Player : (SCREENS[path] ?? NotFound);
  return (
    <>
      <Screen />
      <VersionMismatch />
      <Announcer />
    </>
  );
}
