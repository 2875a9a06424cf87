import type { Strings } from '../en';
import { waiting } from './waiting';

export const learning: Strings['learning'] = {
  ...waiting.learning,
  boundary: {
    heading: 'どこで何と言う？',
    label: '2つの入力のすべての組に対する {{output}}',
    taught: 'サンプルごとの {{output}} の正解。はてなが今回の入力です',
    shapes: '{{output}}：● は正解が大きいところ、■ は小さいところ',
    outputs: '出力',
    scale: '青 {{low}} · オレンジ {{high}}。● は正解が大きいところ、■ は小さいところ',
  },
  nothingMoved: '今回はどの重みも動きませんでした。',
  improved: 'いちばん伸びた人',
  improvedBy: '1ラウンドあたり +{{points}} 点',
  noScores: '参加してくれてありがとう！',
};
