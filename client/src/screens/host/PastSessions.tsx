import type { SessionSummary } from '@relay/shared/report/summary';
import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../strings/language';
import { askSummary, type HttpRejection } from '../../table/httpClient';
import { hostedCodes, type KeptHost, keptHost } from '../../table/tokenStore';
import { Link } from '../parts/Link';
import shared from '../parts/shared.module.css';
import { EraseSession } from './control/EraseSession';
import styles from './PastSessions.module.css';

/** Sessions of which the server is asked, the newest in this browser first. */
const MOST_ASKED = 30;

interface PastSession {
  readonly code: string;
  readonly kept: KeptHost;
  readonly summary: SessionSummary | null;
  readonly rejection: HttpRejection | null;
}

async function askAll(): Promise<PastSession[]> {
  const asked = await Promise.all(
    hostedCodes()
      .slice(0, MOST_ASKED)
      .map(async (code): Promise<PastSession | null> => {
        const kept = keptHost(code);
        if (!kept) return null;
        const result = await askSummary({ code, token: kept.token });
        return result.ok
          ? { code, kept, summary: result.reply, rejection: null }
          : { code, kept, summary: null, rejection: result.rejection };
      }),
  );
  return asked
    .filter((one) => one !== null)
    .toSorted((a, b) => (b.summary?.createdAt ?? 0) - (a.summary?.createdAt ?? 0));
}

/** Sessions that this browser has hosted: each with its report, its console, and its erasure. */
export function PastSessions() {
  const [sessions, setSessions] = useState<readonly PastSession[]>([]);
  useEffect(() => void askAll().then(setSessions), []);
  if (sessions.length === 0) return null;
  return (
    <details class={styles.past}>
      <summary>
        {t('host.past.heading')} ({sessions.length})
      </summary>
      <ul class={styles.pastList}>
        {sessions.map((session) => (
          <li key={session.code} class={shared.card} data-code={session.code}>
            <PastSessionCard
              {...session}
              onErased={() => setSessions((all) => all.filter(({ code }) => code !== session.code))}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

const shownTime = (at: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);

function PastSessionCard({
  code,
  kept,
  summary,
  rejection,
  onErased,
}: PastSession & { readonly onErased: () => void }) {
  return (
    <>
      <p>
        <b>{kept.title ?? t('host.past.untitled')}</b> · {code}
      </p>
      <p class="muted">
        {summary
          ? t('host.past.facts', {
              date: shownTime(summary.createdAt),
              players: summary.players,
              status: t(`host.past.status.${summary.status}`),
            })
          : t(`rejection.${rejection ?? 'serverError'}`)}
      </p>
      {summary && (
        <div class={shared.fieldRow}>
          <Link to={`/report?code=${code}`} class={shared.button}>
            {t('host.past.report', { code })}
          </Link>
          {summary.status !== 'ended' && (
            <Link to={`/host?code=${code}`} class={shared.button}>
              {t('host.past.console', { code })}
            </Link>
          )}
        </div>
      )}
      {summary?.status === 'ended' && (
        <details>
          <summary>{t('host.past.erase')}</summary>
          <EraseSession code={code} kept={kept} onErased={onErased} />
        </details>
      )}
    </>
  );
}
