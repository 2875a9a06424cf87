import type { Report } from '@relay/shared/report/report';
import { type Cell, cellsOf } from '@relay/shared/report/table';
import { type ReportNames, tableTitle } from '@relay/shared/report/written';
import { t } from '../../strings/language';
import { SharePlot, type ShareSeries } from './SharePlot';
import { percent, shownCell } from './shown';
import styles from './Report.module.css';

/** Shares of each team, round by round; without teams, one line. */
function roundSeries({ rounds }: Report): {
  readonly labels: readonly string[];
  readonly series: readonly ShareSeries[];
} {
  const places = cellsOf(rounds, 'round');
  const games = cellsOf(rounds, 'game');
  const hasGames = new Set(games).size > 1;
  const labelAt = (row: number): string => (hasGames ? `${games[row]}: ${places[row]}` : String(places[row]));
  const labels = [...new Set(places.map((_, row) => labelAt(row)))];
  const lines = new Map<Cell, (number | null)[]>();
  const shares = cellsOf(rounds, 'firstShare');
  for (const [row, team] of cellsOf(rounds, 'team').entries()) {
    const line = lines.get(team) ?? labels.map(() => null);
    line[labels.indexOf(labelAt(row))] = shares[row] as number | null;
    lines.set(team, line);
  }
  const series = [...lines].map(([team, line]) => ({
    name: team === null ? '' : t('report.teamNamed', { team }),
    shares: line,
  }));
  return { labels, series };
}

/** Plots of a report. The tables with their figures stand below. */
export function ReportPlots({ report, names }: { readonly report: Report; readonly names: ReportNames }) {
  const { labels, series } = roundSeries(report);
  const known = series.flatMap(({ shares }) => shares).filter((share) => share !== null);
  const skills = cellsOf(report.skills, 'firstShare').map((share, row) => ({
    share: share as number | null,
    name: (['part', 'place'] as const)
      .map((column) => shownCell(cellsOf(report.skills, column)[row]!, column, names))
      .join(', '),
  }));
  return (
    <div class={styles.plots}>
      {labels.length > 1 && (
        <SharePlot
          title={t('report.plots.rounds')}
          said={t('report.plots.roundsSaid', {
            first: percent(known[0] ?? null),
            last: percent(known.at(-1) ?? null),
            table: tableTitle('rounds', names.language),
          })}
          labels={labels}
          series={series}
        />
      )}
      {skills.length > 0 && (
        <div>
          <SharePlot
            isBars
            title={t('report.plots.skills')}
            said={t('report.plots.skillsSaid', { table: tableTitle('skills', names.language) })}
            labels={skills.map((_, i) => String(i + 1))}
            series={[{ name: '', shares: skills.map(({ share }) => share) }]}
          />
          <ol class={styles.legendList}>
            {skills.map(({ name, share }, i) => (
              <li key={i}>
                {name}: {percent(share)}
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}
