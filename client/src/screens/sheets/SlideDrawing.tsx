import { useMemo, useState } from 'preact/hooks';
import { edgeName } from '@relay/shared/maths/unit';
import { situationOf } from '@relay/shared/question/situation';
import { sheetDrawing } from '@relay/shared/sheet/sheetDrawing';
import type { SheetFill } from '@relay/shared/sheet/sheetPicture';
import { language, t } from '../../strings/language';
import { token } from '../../styles/token';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import { type DrawingFormat, saveDrawing } from './saveDrawing';
import { everyWeight, fileAsked, networkAsked, type Sheet } from './sheet';
import { Choice, Tick } from './SheetsForm';
import styles from './Sheets.module.css';

const FILLS: readonly SheetFill[] = ['empty', 'slots', 'solved'];

interface SlideDrawingProps {
  readonly sheet: Sheet;
  readonly onChange: (change: Partial<Sheet>) => void;
}

/** Choices of a drawing: which gradient, how much is written, numbers. */
function DrawingFields({ sheet, onChange }: SlideDrawingProps) {
  const network = networkAsked(sheet);
  return (
    <>
      <div class={styles.row}>
        <Choice
          id="sheet-subject"
          label={t('sheets.drawing.subject')}
          value={sheet.subject}
          onChoose={(subject) => onChange({ subject })}
        >
          <option value="network">{t('sheets.drawing.network')}</option>
          {everyWeight(network).map((one, i) => (
            <option key={edgeName(network, one)} value={i}>
              ◆ {edgeName(network, one)}
            </option>
          ))}
        </Choice>
        <Choice
          id="sheet-fill"
          label={t('sheets.drawing.fill')}
          value={sheet.fill}
          onChoose={(value) => onChange({ fill: FILLS.find((one) => one === value) ?? 'solved' })}
        >
          {FILLS.map((one) => (
            <option key={one} value={one}>
              {t(`sheets.drawing.fillOptions.${one}`)}
            </option>
          ))}
        </Choice>
      </div>
      <Tick
        label={t('sheets.drawing.numbers')}
        isOn={sheet.areNumbered}
        onChange={(areNumbered) => onChange({ areNumbered })}
      />
    </>
  );
}

/** One drawing to be saved: the network, or the places of any gradient in it. */
export function SlideDrawing({ sheet, onChange }: SlideDrawingProps) {
  const [hasFailed, setFailed] = useState(false);
  const network = networkAsked(sheet);
  const edge = everyWeight(network)[Number(sheet.subject)] ?? null;
  const lang = language();
  const { name, data } = fileAsked(sheet);
  const svg = useMemo(
    () =>
      sheetDrawing(situationOf(network, data[sheet.sample]!), {
        ...{ edge, name, language: lang, palette: token, fill: sheet.fill, areNumbered: sheet.areNumbered },
        hasFormula: true,
      }).svg,
    [data, sheet.sample, sheet.subject, sheet.fill, sheet.areNumbered, lang],
  );
  const save = async (format: DrawingFormat): Promise<void> => {
    const file = edge === null ? 'network' : edgeName(network, edge).replace('→', '-');
    setFailed(!(await saveDrawing(svg, file, format)));
  };
  return (
    <section class={cx(shared.card, styles.drawing)} aria-labelledby="sheet-drawing">
      <h2 id="sheet-drawing">{t('sheets.drawing.heading')}</h2>
      <p class="hint">{t('sheets.drawing.hint')}</p>
      <DrawingFields sheet={sheet} onChange={onChange} />
      {/* Every text in the SVG is escaped where it is written. */}
      <div
        class={styles.figure}
        data-testid="slide-drawing"
        role="region"
        aria-label={t('sheets.drawing.heading')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reached
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <div class={styles.row}>
        <button type="button" class={shared.button} onClick={() => void save('svg')}>
          {t('sheets.drawing.svg')}
        </button>
        <button type="button" class={shared.button} onClick={() => void save('png')}>
          {t('sheets.drawing.png')}
        </button>
      </div>
      <p class={shared.problem} role="alert">
        {hasFailed && t('sheets.drawing.failed')}
      </p>
    </section>
  );
}
