import type { ComponentChildren } from 'preact';
import { placeKindOf } from '@relay/shared/question/places/placeId';
import { useMemo, useState } from 'preact/hooks';
import { unitName } from '@relay/shared/maths/unit';
import { type PlaceId, valueAt } from '@relay/shared/question/places/place';
import type { Term } from '@relay/shared/question/question';
import { placeNames } from '../../../describe/places';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import { fillFormula } from '../../../picture/numbers/formula';
import { pictureOf, defaultPictureOptions } from '../../../picture/picture';
import { mistakePlaces, type VoteFacts, voteFacts } from '../../../picture/activities/activities';
import type { Vote } from '../../../picture/activities/activity';
import { written } from '../../../picture/numbers/written';
import { say } from '../../announcer';
import { useShow, useStage } from '../../parts/useStage';
import { chips } from '../pictureOptions';
import { PlaceList } from '../places/PlaceList';
import { VotePanel } from './VotePanel';
import playStyles from '../Play.module.css';

interface VotePageProps {
  readonly table: Table;
  readonly vote: Vote;
  /** Offer of an extra question. */
  readonly extra: ComponentChildren;
}

/** Page of a vote: a wrong working of the class, in the network it was made in, with the wrong term to be found. */
export function VotePage({ table, vote, extra }: VotePageProps) {
  const { view } = table.state.value;
  const shown = useMemo(() => view && voteFacts(view, vote), [view, vote]);
  return shown && <Shown table={table} vote={vote} extra={extra} shown={shown} />;
}

function Shown({ table, vote, extra, shown }: VotePageProps & { readonly shown: VoteFacts }) {
  const { network, edge } = vote;
  const { facts } = shown;
  const [looked, look] = useState<readonly PlaceId[]>([]);
  const nameOf = placeNames(undefined);
  const tap = (place: PlaceId): void => {
    if (placeKindOf(place) === 'bias') return;
    const isShown = looked.includes(place);
    look(isShown ? looked.filter((other) => other !== place) : [...looked, place]);
    const value = written(valueAt(network, facts.pass, facts.sample, place));
    say(t(isShown ? 'play.say.released' : 'questions.say.shown', { place: nameOf(place), value }));
  };
  const { frame, stage } = useStage(tap);
  const words = { target: t('play.target'), error: t('questions.blank.error') };
  const picture = pictureOf({
    ...defaultPictureOptions(shown.view, shown.run, words),
    mine: { unit: unitName(network, { layer: edge.layer, index: edge.to }), edge },
    taken: chips(facts, fillFormula(network, edge, looked), looked),
    pulsing: mistakePlaces(vote),
  });
  useShow(stage, picture);

  const own = table.state.value.mine?.vote ?? null;
  const { chosen, problem, choose } = useBallot(table, own);
  return (
    <main class={playStyles.round}>
      <div class={playStyles.roundTop}>
        <section class={playStyles.net} aria-label={t('play.network')}>
          <div class={playStyles.netFrame} ref={frame} />
        </section>
        <section class={playStyles.panel}>
          <VotePanel
            state={table.state.value}
            vote={vote}
            extra={extra}
            facts={facts}
            chosen={chosen}
            problem={problem}
            onChoose={choose}
          />
        </section>
      </div>
      <PlaceList facts={facts} taken={looked} isBare={false} isFixed={() => false} onTake={tap} />
    </main>
  );
}

/** Own vote, shown at once and before the server's reply. */
function useBallot(table: Table, own: Term | null) {
  const [sent, setSent] = useState<Term | null>(null);
  const [problem, setProblem] = useState('');
  const choose = async (term: Term): Promise<void> => {
    setSent(term);
    setProblem('');
    const reply = await table.send({ type: 'castVote', term });
    setSent(null);
    if (!reply.accepted) return setProblem(t(`rejection.${reply.rejection}`));
    say(t('activities.vote.voted', { term: t(`play.term.${term}`) }));
  };
  return { chosen: sent ?? own, problem, choose: (term: Term) => void choose(term) };
}
