import { address } from './address';
import { useKeptFocus } from './keptFocus';
import { Announcer } from './parts/Announcer';
import { MissingPart } from './parts/MissingPart';
import { VersionMismatch } from './parts/VersionMismatch';
import { screenAt } from './screens';

export function App() {
  const { path, fragment } = address.value;
  useKeptFocus(`${path}#${fragment}`);
  const Screen = screenAt(path, fragment);
  return (
    <>
      <Screen />
      <VersionMismatch />
      <MissingPart />
      <Announcer />
    </>
  );
}
