import type { exitTicket as english } from '../en/exitTicket';

export const exitTicket: typeof english = {
  took_one: '{{count}}秒で見つけました。',
  took_other: '{{count}}秒で見つけました。',
  finishing: 'ゆっくりで大丈夫。きみのシートは開いたままです。',
  leave: 'みんなのところへもどる',
  left: 'みんなのところへもどりました。',
};
