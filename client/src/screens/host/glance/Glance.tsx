import { EXAMPLE_PARTS, type ExamplePart } from '@relay/shared/referee/activities/exampleParts';
import type { ExampleTopic } from '@relay/shared/referee/activities/example';
import { type PartKind, partKind } from '@relay/shared/question/part';
import type { HostRow, PublicView } from '@relay/shared/referee/view';
import type { PagePhase } from '../../../describe/phase';
import { eitherName } from '../../../describe/mistakes';
import { t } from '../../../strings/language';
import { Creature } from '../../parts/Creature';
import { partState } from '../people/PartMark';
import { mistakeRounds } from './mistakeRounds';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './Glance.module.css';

type Rows = Readonly<Record<string, HostRow>>;
/** Puts an example on the projector; null while none can be shown. */
type OnShow = ((topic: ExampleTopic) => void) | null;

interface GlanceProps {
  readonly rows: Rows;
  readonly view: PublicView;
  readonly phase: PagePhase;
  readonly onShow: OnShow;
}

/** The class at a glance: students by parts of the present round, and mistakes by rounds. */
export function Glance({ rows, view, phase, onShow }: GlanceProps) {
  if (phase === 'lobby') return null;
  return (
    <section class={cx(shared.card, styles.glance)} aria-labelledby="glance">
      <h2 id="glance">{t('hostConsole.glance.heading')}</h2>
      <Parts rows={rows} onShow={onShow} />
      <Rounds rows={rows} view={view} onShow={onShow} />
      {onShow && <p class="hint">{t('hostConsole.glance.hint')}</p>}
    </section>
  );
}

const isExamplePart = (kind: PartKind): kind is PartKind & ExamplePart =>
  (EXAMPLE_PARTS as readonly string[]).includes(kind);

/** One line a part, one cell a student: right, wrong with its tries, or open. */
function Parts({ rows, onShow }: Pick<GlanceProps, 'rows' | 'onShow'>) {
  const students = Object.entries(rows).filter(([, { parts }]) => parts.length > 0);
  const kinds = new Set(students.flatMap(([, { parts }]) => parts.map(({ part }) => partKind(part))));
  if (students.length === 0) return null;
  return (
    <div class={styles.lines}>
      {[...kinds].map((kind) => {
        const asked = students.flatMap(([id, { name, parts }]) =>
          parts.filter(({ part }) => partKind(part) === kind).map((part) => ({ id, name, part })),
        );
        const right = asked.filter(({ part }) => part.right).length;
        const name = t(`play.part.${kind}`, { unit: '' }).trim();
        return (
          <div key={kind} class={styles.line}>
            <Subject
              topic={isExamplePart(kind) ? { type: 'part', part: kind } : null}
              name={name}
              onShow={onShow}
            />
            <span class={styles.cells} aria-hidden="true">
              {asked.map(({ id, name: who, part }) => (
                <span key={`${id}/${part.part}`} class={styles.cell} data-state={partState(part)} title={who}>
                  {part.right ? '✓' : part.tries > 0 ? part.tries : ''}
                </span>
              ))}
            </span>
            <b class="digits">{t('hostConsole.glance.rightOf', { right, asked: asked.length })}</b>
          </div>
        );
      })}
    </div>
  );
}

/** Steps of the shade of a cell; the number in it says the same. */
const SHADES = 4;

function Rounds({ rows, view, onShow }: Pick<GlanceProps, 'rows' | 'view' | 'onShow'>) {
  const { rounds, rows: made } = mistakeRounds(view, rows);
  if (made.length === 0) return <p class="muted">{t('hostConsole.glance.noMistakes')}</p>;
  const most = Math.max(...made.flatMap(({ players }) => players));
  const shade = (players: number): number => Math.ceil((SHADES * players) / most);
  return (
    <table class={styles.rounds}>
      <caption class="visually-hidden">{t('hostConsole.glance.rounds')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('hostConsole.glance.rounds')}</th>
          {rounds.map((round) => (
            <th key={round} scope="col" class="digits">
              {round}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {made.map(({ ids, players }) => (
          <tr key={ids[0]}>
            <th scope="row">
              <span class={styles.made}>
                <Creature id={ids[0]} class={styles.creature} />
                <Subject
                  topic={{ type: 'mistake', mistake: ids[0] }}
                  name={eitherName(ids)}
                  onShow={onShow}
                />
              </span>
            </th>
            {players.map((count, i) => (
              <td key={rounds[i]} class="digits" data-shade={shade(count)}>
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SubjectProps {
  readonly topic: ExampleTopic | null;
  readonly name: string;
  readonly onShow: OnShow;
}

/** Name of a part or a mistake: a button that puts it on the projector, where that can be done. */
function Subject({ topic, name, onShow }: SubjectProps) {
  if (!onShow || !topic) return <span class={styles.subject}>{name}</span>;
  return (
    <button
      type="button"
      class={styles.subject}
      aria-label={t('hostConsole.glance.show', { what: name })}
      onClick={() => onShow(topic)}
    >
      <span class={styles.subjectName}>{name}</span>
      <span aria-hidden="true">▸</span>
    </button>
  );
}
