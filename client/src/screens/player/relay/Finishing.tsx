import type { Wishes } from '../../../input/wishes';
import { t } from '../../../strings/language';
import { say } from '../../announcer';

/** The others are further: quietly, that this is no matter. */
export function Finishing({ wishes }: { readonly wishes: Wishes }) {
  const join = async (): Promise<void> => {
    const reply = await wishes.stopFinishing();
    say(reply.accepted ? t('relay.say.joined') : t(`rejection.${reply.rejection}`));
  };
  return (
    <div class="finishing" data-testid="finishing">
      <p>
        {t('relay.finishing.heading')} <b>{t('relay.finishing.text')}</b>
      </p>
      <button type="button" class="button button-small" onClick={() => void join()}>
        {t('relay.finishing.join')}
      </button>
    </div>
  );
}
