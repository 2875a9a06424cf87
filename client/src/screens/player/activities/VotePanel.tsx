import type { ComponentChildren } from 'preact';
import type { Term } from '@relay/shared/question/question';
import { progressWords } from '../../../describe/activities';
import { t } from '../../../strings/language';
import type { TableState } from '../../../table/table';
import type { RoundFacts } from '../../../picture/roundFacts';
import type { Vote } from '../../../picture/activities/activity';
import { AlertIcon, CheckIcon } from '../../parts/icons';
import { WorkingCard } from '../../parts/WorkingCard';
import { SlipCreature, VoteBars } from '../../parts/activities/VoteOutcome';
import { RightCards } from '../reveal/RightCards';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import choicesStyles from '../questions/Choices.module.css';
import togetherStyles from './Together.module.css';

interface VotePanelProps {
  readonly state: TableState;
  readonly vote: Vote;
  readonly extra: ComponentChildren;
  readonly facts: RoundFacts;
  readonly chosen: Term | null;
  readonly problem: string;
  readonly onChoose: (term: Term) => void;
}

export function VotePanel({ state, vote, extra, facts, chosen, problem, onChoose }: VotePanelProps) {
  if (vote.outcome) return <Outcome vote={vote} facts={facts} own={chosen} />;
  const isPaused = (state.view?.session['']?.pausedAt ?? null) !== null;
  return (
    <div class={togetherStyles.together}>
      <h1>{t('activities.vote.heading')}</h1>
      <p>{t('activities.vote.text')}</p>
      <WorkingCard
        network={vote.network}
        edge={vote.edge}
        working={vote.working}
        card={(term, content) => (
          <button
            type="button"
            class={cx(
              choicesStyles.choice,
              choicesStyles.choiceCard,
              chosen === term && choicesStyles.isMine,
            )}
            aria-pressed={chosen === term}
            aria-disabled={isPaused}
            onClick={() => {
              if (!isPaused) onChoose(term);
            }}
          >
            {content}
            {chosen === term && <CheckIcon />}
          </button>
        )}
      />
      {problem !== '' && (
        <p class={shared.problem} role="alert">
          <AlertIcon /> {problem}
        </p>
      )}
      <p class={cx(togetherStyles.voteNote, chosen ? togetherStyles.isCast : null)}>
        {isPaused
          ? t('play.paused')
          : chosen
            ? t('activities.vote.voted', { term: t(`play.term.${chosen}`) })
            : t('questions.debug.choose')}
      </p>
      {state.view && (
        <p class={cx(togetherStyles.togetherCount, 'digits')}>{progressWords(state.view, vote)}</p>
      )}
      {extra}
    </div>
  );
}

interface OutcomeProps {
  readonly vote: Vote;
  readonly facts: RoundFacts;
  readonly own: Term | null;
}

function Outcome({ vote, facts, own }: OutcomeProps) {
  const term = vote.outcome!.term;
  const isFound = own === term;
  return (
    <div class={togetherStyles.together}>
      <h1>{t('activities.vote.slipWas', { term: t(`play.term.${term}`) })}</h1>
      <p class={cx(togetherStyles.togetherOwn, isFound && togetherStyles.isFound)}>
        {isFound && <CheckIcon />}
        {own === null
          ? t('activities.vote.none')
          : t(isFound ? 'activities.vote.found' : 'activities.vote.missed', { term: t(`play.term.${own}`) })}
      </p>
      <SlipCreature vote={vote} />
      <VoteBars vote={vote} own={own} />
      <RightCards facts={facts} edge={vote.edge} working={vote.working} term={term} />
    </div>
  );
}
