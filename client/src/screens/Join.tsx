import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readNickname } from '@relay/shared/nickname';
import { language, t } from '../strings/language';
import { suggestNickname } from '../strings/nicknames';
import { joinSession, type HttpRejection } from '../table/httpClient';
import { sameWhileSame } from '../table/requestId';
import { keepPlayer, keptPlayers } from '../table/keptPlayers';
import { bannedToken, keysWith, RESULTS } from '../table/tokenStore';
import { address, go, playAddress } from './address';
import { say } from './announcer';
import { useGame } from './game';
import { DiceIcon } from './parts/icons';
import { Link } from './parts/Link';
import { Shell } from './parts/Shell';
import { Player } from './screens';
import { useTitle } from './useTitle';
import { KeptResults, KnownPlayers } from './player/seldom';
import { loadNext, loadWhenIdle } from './whenIdle';
import { cx } from '../styles/cx';
import { loadFacesFor } from '../styles/nameFaces';
import pages from './parts/pages.module.css';
import shared from './parts/shared.module.css';
import styles from './Join.module.css';

/** Digits of a typed session code: full-width digits count, blanks and hyphens do not. */
const digitsOf = (raw: string): string => raw.normalize('NFKC').replace(/\D/gu, '');

const NAME_PROBLEMS: ReadonlySet<HttpRejection> = new Set([
  'nameEmpty',
  'nameTooLong',
  'nameUnusable',
  'nameReserved',
  'nameForbidden',
]);

/** Refusals that come from the way to the server. */
const TROUBLES: ReadonlySet<HttpRejection> = new Set(['connectionLost', 'noServer', 'serverError']);

type Field = 'code' | 'name';
/** A problem at one field. A function, so that the sentence follows a later change of language. */
type Problem = {
  readonly field: Field;
  readonly sentence: () => string;
  /** True where the network may be the reason. */
  readonly isTrouble?: boolean;
} | null;

export function Join() {
  useTitle(t('title.join'));
  const { loadTable, loadStage } = useGame();
  const loadSeat = () => Promise.all([Player.load(), loadTable()]);
  useEffect(() => void loadWhenIdle([loadSeat, loadStage]), []);
  const [code, setCode] = useState(digitsOf(address.value.params.get('code') ?? ''));
  const [isNew, setNew] = useState(false);
  const known = isNew ? [] : keptPlayers(code);
  if (known.length > 0) return <KnownPlayers code={code} players={known} onNew={() => setNew(true)} />;
  return (
    <Shell>
      {/* Joining is an answer of the server and two of its room away: time in which the first network can be loaded. */}
      <JoinForm code={code} setCode={setCode} onJoining={() => void loadNext([loadSeat, loadStage])} />
      {keysWith(RESULTS).length > 0 && <KeptResults />}
    </Shell>
  );
}

/** State of the nickname field: a suggestion until the player types a name. */
function useNickname() {
  const [asked, ask] = useState(0);
  const [own, setOwn] = useState<string | null>(null);
  // A suggestion follows the language of the page; a typed name stays.
  const lastSuggestion = useRef('');
  const suggestion = useMemo(() => suggestNickname(lastSuggestion.current), [language(), asked]);
  lastSuggestion.current = suggestion;
  useEffect(() => void loadFacesFor(own ?? ''), [own]);
  const suggestAnother = (): void => {
    setOwn(null);
    ask((before) => before + 1);
  };
  return { name: own ?? suggestion, type: setOwn, suggestAnother };
}

interface Joining {
  readonly typedCode: string;
  readonly name: string;
  readonly focusField: (field: Field) => void;
  readonly onJoining: () => void;
}

/** Joins a session, or reports a problem at the field that caused it. */
function useJoining({ typedCode, name, focusField, onJoining }: Joining) {
  const [problem, setProblem] = useState<Problem>(null);
  const [isBusy, setBusy] = useState(false);
  const requestId = useRef(sameWhileSame());
  const complain = (field: Field, sentence: () => string, isTrouble = false): void => {
    setProblem({ field, sentence, isTrouble });
    focusField(field);
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const digits = digitsOf(typedCode);
    if (digits.length !== 6) return complain('code', () => t('join.codeShape'));
    const read = readNickname(name);
    if (!read.ok) return complain('name', () => t(`rejection.${read.rejection}`));
    setBusy(true);
    setProblem(null);
    const known = bannedToken(digits);
    const asked = { code: digits, nickname: name, ...(known && { known }) };
    const request = requestId.current(asked);
    const answered = joinSession({ ...asked, request });
    onJoining();
    const answer = await answered;
    setBusy(false);
    if (!answer.ok) {
      const { rejection } = answer;
      const field = NAME_PROBLEMS.has(rejection) ? 'name' : 'code';
      return complain(field, () => t(`rejection.${rejection}`), TROUBLES.has(rejection));
    }
    const { player, resumeToken, nickname, renamed } = answer.reply;
    keepPlayer(answer.reply.code, { token: resumeToken, player, nickname, isRenamed: renamed, request });
    if (renamed) say(t('play.lobby.renamed', { name: nickname }));
    go(playAddress(answer.reply.code));
  };
  return { problem, isBusy, submit };
}

interface JoinFormProps {
  readonly code: string;
  readonly setCode: (code: string) => void;
  /** Called when a join request is on its way. */
  readonly onJoining: () => void;
}

function JoinForm({ code, setCode, onJoining }: JoinFormProps) {
  const [typedCode, setTypedCode] = useState(code);
  const { name, type, suggestAnother } = useNickname();
  const fields = { code: useRef<HTMLInputElement>(null), name: useRef<HTMLInputElement>(null) };
  const focusField = (field: Field): void => fields[field].current?.focus();
  const { problem, isBusy, submit } = useJoining({ typedCode, name, focusField, onJoining });
  return (
    <form class={pages.page} onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('join.heading')}</h1>
      <div class={shared.field}>
        <label for="code">{t('join.code')}</label>
        <input
          id="code"
          ref={fields.code}
          class={cx(shared.input, styles.inputCode, 'digits')}
          inputMode="numeric"
          autoComplete="off"
          enterKeyHint="next"
          value={typedCode}
          aria-describedby={problem?.field === 'code' ? 'code-problem' : 'code-hint'}
          aria-invalid={problem?.field === 'code'}
          onInput={(event) => setTypedCode(event.currentTarget.value)}
          onChange={(event) => setCode(digitsOf(event.currentTarget.value))}
        />
        <p id="code-hint" class="hint">
          {t('join.codeHint')}
        </p>
        <FieldProblem id="code-problem" problem={problem} field="code" />
      </div>
      <NameField name={name} problem={problem} field={fields.name} onType={type} onAnother={suggestAnother} />
      <button
        type="submit"
        class={cx(shared.button, shared.buttonFirst, shared.buttonTall)}
        disabled={isBusy}
      >
        {isBusy ? t('join.joining') : t('join.join')}
      </button>
      {problem?.isTrouble && (
        <Link to="/check" class={shared.link}>
          {t('join.trouble')}
        </Link>
      )}
    </form>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly problem: Problem;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onType: (name: string) => void;
  readonly onAnother: () => void;
}

function NameField({ name, problem, field, onType, onAnother }: NameFieldProps) {
  return (
    <div class={shared.field}>
      <label for="nickname">{t('join.nickname')}</label>
      <div class={shared.fieldRow}>
        <input
          id="nickname"
          ref={field}
          class={shared.input}
          autoComplete="off"
          enterKeyHint="go"
          value={name}
          aria-describedby={problem?.field === 'name' ? 'name-problem' : undefined}
          aria-invalid={problem?.field === 'name'}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={onAnother}>
          <DiceIcon />
          {t('join.another')}
        </button>
      </div>
      <FieldProblem id="name-problem" problem={problem} field="name" />
    </div>
  );
}

function FieldProblem(props: { readonly id: string; readonly problem: Problem; readonly field: string }) {
  const { id, problem, field } = props;
  return (
    <p id={id} class={shared.problem} role="alert">
      {problem?.field === field ? problem.sentence() : ''}
    </p>
  );
}
