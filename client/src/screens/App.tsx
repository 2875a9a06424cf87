import { address } from './address';
import { useKeptFocus } from './keptFocus';
import { Announcer } from './parts/Announcer';
import { Notices } from './parts/notices/Notices';
import { screenAt } from './screens';

export function App() {
  const { path, fragment } = address.value;
  useKeptFocus(`${path}#${fragment}`);
  const Screen = screenAt(address.value);
  return (
    <>
      <Notices />
      <Screen />
      <Announcer />
    </>
  );
}
