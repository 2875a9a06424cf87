import { useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { cx } from '../../styles/cx';
import { keptHost } from '../../table/tokenStore';
import { address } from '../address';
import { recallHostCode } from '../host/choices';
import { Link } from '../parts/Link';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import { ReportPage } from './ReportPage';
import { type ReportState, useReport } from './useReport';

/** Report of the session that the address names: with its host's token where this browser has it, else with the host code. */
export function ReportScreen() {
  const code = address.value.params.get('code') ?? '';
  return <ReportOf key={code} code={code} />;
}

function ReportOf({ code }: { readonly code: string }) {
  useTitle(t('title.report'));
  const token = keptHost(code)?.token;
  const { report, request, ask } = useReport(token === undefined ? null : { code, token });
  if (report.state === 'here')
    return <ReportPage reply={report.reply} onRefresh={() => (request ? ask(request) : Promise.resolve())} />;
  return (
    <Shell>
      <div class={pages.page}>
        <h1>{t('report.open.heading')}</h1>
        <OpenForm
          code={code}
          report={report}
          onOpen={(typed, hostCode) => void ask({ code: typed, hostCode })}
        />
        <Link to="/host" class={shared.link}>
          {t('report.toHost')}
        </Link>
      </div>
    </Shell>
  );
}

interface OpenFormProps {
  readonly code: string;
  readonly report: ReportState;
  readonly onOpen: (code: string, hostCode: string) => void;
}

/** Form that opens the report of any session that is kept. */
function OpenForm({ code: first, report, onOpen }: OpenFormProps) {
  const [code, setCode] = useState(first);
  const [hostCode, setHostCode] = useState(recallHostCode);
  const isBusy = report.state === 'loading';
  const problem = report.state === 'refused' ? t(`rejection.${report.rejection}`) : '';
  const field = (id: string, label: string, value: string, onType: (typed: string) => void) => (
    <div class={shared.field}>
      <label for={id}>{label}</label>
      <input
        id={id}
        class={shared.input}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        value={value}
        aria-describedby="report-problem"
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  );
  return (
    <form
      class={pages.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(code, hostCode.trim());
      }}
    >
      <p>{t('report.open.text')}</p>
      {field('report-code', t('report.open.code'), code, setCode)}
      {field('report-host-code', t('report.open.hostCode'), hostCode, setHostCode)}
      <p id="report-problem" class={shared.problem} role="alert">
        {problem}
      </p>
      <button type="submit" class={cx(shared.button, shared.buttonFirst)} disabled={isBusy}>
        {isBusy ? t('report.open.loading') : t('report.open.go')}
      </button>
    </form>
  );
}
