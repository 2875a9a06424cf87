import { useState } from 'preact/hooks';
import { type NetworkFile, type Problem, readNetworkFile } from '@relay/shared/lesson/networkFile';
import { PRESETS } from '@relay/shared/lesson/presets';
import { networkShape } from '../../describe/network';
import { language, t } from '../../strings/language';
import { OWN } from './choices';
import { isNamedNetwork } from './networks';
import { type OpenedFile, openNetworkFile } from './openNetworkFile';
import { ToldApart } from './ToldApart';

interface NetworkFieldProps {
  readonly network: string;
  /** The host's own file, once a good one has been opened. */
  readonly own: NetworkFile | null;
  readonly onChoose: (network: string, own: NetworkFile | null) => void;
}

/** A network of those that come with the game, or one from a file. A file with mistakes leaves the choice as it was. */
export function NetworkField({ network, own, onChoose }: NetworkFieldProps) {
  const [refused, setRefused] = useState<OpenedFile | null>(null);
  const problems = problemsOf(refused);

  const open = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const opened = await openNetworkFile(file);
    // So that the same file, mended, can be opened again.
    input.value = '';
    const read = opened.trouble === null ? readNetworkFile(opened.value) : null;
    setRefused(read?.ok ? null : opened);
    if (read?.ok) onChoose(OWN, read.file);
  };

  return (
    <div class="field field-network">
      <label for="network">{t('host.network')}</label>
      <div class="field-row">
        <select
          id="network"
          class="input"
          value={network}
          aria-describedby="network-text"
          onChange={(event) => onChoose(event.currentTarget.value, own)}
        >
          {PRESETS.map(({ id, file }) => (
            <option key={id} value={id}>
              {isNamedNetwork(id) ? t(`host.networks.${id}`) : file.name}
            </option>
          ))}
          {own && <option value={OWN}>{t('host.ownFile', { name: own.name })}</option>}
        </select>
        <label class="button file-button">
          <span aria-hidden="true">{t('host.openFile')}</span>
          <input
            type="file"
            class="unseen"
            accept=".json,application/json"
            aria-label={t('host.networkFile')}
            aria-describedby="file-problem"
            onChange={(event) => void open(event.currentTarget)}
          />
        </label>
      </div>
      <div id="network-text" class="hint">
        {network === OWN && own ? (
          <>
            <p class="network-shape">{networkShape(own)}</p>
            <ToldApart file={own} />
          </>
        ) : (
          isNamedNetwork(network) && t(`host.networkTexts.${network}`)
        )}
      </div>
      <p id="file-problem" class="problem" role="alert">
        {refused && sentenceAbout(refused, problems.length)}
      </p>
      {problems.length > 0 && <Problems problems={problems} />}
    </div>
  );
}

/** Problems that are written out: a file in which everything is wrong would fill the page for minutes. */
const PROBLEMS_SHOWN = 200;

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const more = problems.length - PROBLEMS_SHOWN;
  return (
    <ul class="file-problems">
      {problems.slice(0, PROBLEMS_SHOWN).map(({ path, expected }) => (
        <li key={path}>
          <b>{path === '' ? t('host.file.whole') : path}</b> {expected}
        </li>
      ))}
      {more > 0 && <li>{t('host.file.moreProblems', { count: more })}</li>}
    </ul>
  );
}

/** In the language of the page, also when that changes afterwards. */
function problemsOf(opened: OpenedFile | null): readonly Problem[] {
  if (opened?.trouble !== null) return [];
  const read = readNetworkFile(opened.value, language());
  return read.ok ? [] : read.problems;
}

function sentenceAbout({ name: file, trouble }: OpenedFile, count: number): string {
  return trouble === null ? t('host.file.problems', { file, count }) : t(`host.file.${trouble}`, { file });
}
