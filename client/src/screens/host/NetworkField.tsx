import type { NetworkFile } from '@relay/shared/network/networkFile';
import { PRESET_GROUPS, PRESETS } from '@relay/shared/network/presets';
import { networkShape } from '../../describe/network';
import type { host } from '../../strings/en/host';
import { hasWords, t } from '../../strings/language';
import { AmbiguityReport } from '../networkFile/AmbiguityReport';
import { NetworkFileButton, NetworkFileProblems, useNetworkFile } from '../networkFile/NetworkFileInput';
import { type Choices, networkChosen, OWN } from './choices';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import shapeStyles from '../networkFile/shape.module.css';
import styles from './NetworkField.module.css';

type NamedNetwork = keyof typeof host.networks;

/** Narrows an id to a preset that the string files name. */
const isNamedNetwork = (id: string): id is NamedNetwork => hasWords(`host.networks.${id}`);

/** Name of the network that a host has chosen, in the language of the page. */
export function networkTitle(choices: Choices): string {
  const id = networkChosen(choices);
  if (id === OWN) return choices.own?.name ?? '';
  return isNamedNetwork(id) ? t(`host.networks.${id}`) : id;
}

interface NetworkFieldProps {
  readonly network: string;
  /** Network file that the host has opened; null before the first valid one. */
  readonly own: NetworkFile | null;
  readonly onChoose: (network: string, own: NetworkFile | null) => void;
}

/** Choice of a preset or a network file. A file with problems leaves the choice unchanged. */
export function NetworkField({ network, own, onChoose }: NetworkFieldProps) {
  const { refused, open } = useNetworkFile((file) => onChoose(OWN, file));
  return (
    <div class={cx(shared.field, styles.fieldNetwork)}>
      <label for="network">{t('host.network')}</label>
      <div class={cx(shared.fieldRow, styles.fieldRow)}>
        <select
          id="network"
          class={cx(shared.input, styles.input)}
          value={network}
          aria-describedby="network-text"
          onChange={(event) => onChoose(event.currentTarget.value, own)}
        >
          {PRESET_GROUPS.map((group) => (
            <optgroup key={group} label={t(`host.networkGroups.${group}`)}>
              {PRESETS.filter((preset) => preset.group === group).map(({ id, file }) => (
                <option key={id} value={id}>
                  {isNamedNetwork(id) ? t(`host.networks.${id}`) : file.name}
                </option>
              ))}
            </optgroup>
          ))}
          {own && <option value={OWN}>{t('host.ownFile', { name: own.name })}</option>}
        </select>
        <NetworkFileButton onOpen={open} />
      </div>
      <div id="network-text" class="hint">
        {network === OWN && own ? (
          <>
            <p class={shapeStyles.networkShape}>{networkShape(own)}</p>
            <AmbiguityReport file={own} />
          </>
        ) : (
          isNamedNetwork(network) && t(`host.networkTexts.${network}`)
        )}
      </div>
      <NetworkFileProblems refused={refused} />
    </div>
  );
}
