import type { ReportReply } from '@relay/shared/protocol';
import { type Part, partKind, partUnit } from '@relay/shared/question/part';
import type { MistakeId, QuestionKind } from '@relay/shared/question/question';
import { type Cell, type ColumnId, COLUMNS } from '@relay/shared/report/table';
import { arrivalsOf, type ReportNames, writtenCell } from '@relay/shared/report/written';
import { mistakeName } from '../../describe/mistakes';
import { writtenUpTo } from '../../picture/numbers/written';
import { language, t } from '../../strings/language';

/** Date and time as people write them. */
export const shownTime = (at: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** Name of a part kind, or of a part of one unit. */
const partName = (part: string): string =>
  t(`play.part.${partKind(part as Part)}`, { unit: partUnit(part as Part) ?? '…' });

/** Names with which the tables of a report are written in the language of the page. */
export function namesFor({ facts, names }: ReportReply): ReportNames {
  return {
    language: language(),
    players: names,
    arrivals: arrivalsOf(facts.players),
    questionKind: (kind) => t(`host.asks.${kind as QuestionKind}`),
    part: partName,
    mistake: (id) => mistakeName(id as MistakeId),
    time: shownTime,
  };
}

/** Share in percent. */
export const percent = (share: number | null): string =>
  share === null ? '–' : `${writtenUpTo(share * 100, 0)}\u00A0%`;

const SECOND_MS = 1_000;

/** Cell as a page shows it. */
export function shownCell(cell: Cell, column: ColumnId, names: ReportNames): string {
  if (cell === null || cell === '') return '–';
  switch (COLUMNS[column]) {
    case 'share':
      return percent(Number(cell));
    case 'duration':
      return `${writtenUpTo(Number(cell) / SECOND_MS, 1)}\u00A0s`;
    case 'points':
    case 'number':
      return writtenUpTo(Number(cell), COLUMNS[column] === 'points' ? 1 : 4);
    default:
      return String(writtenCell(cell, column, names) ?? '–');
  }
}
