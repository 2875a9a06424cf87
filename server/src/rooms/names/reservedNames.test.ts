import { expect, test } from 'vitest';
import { isReservedName } from './reservedNames.ts';

test.each([
  ...[
    'Host',
    'HOST',
    'hOsT',
    'H0st',
    'Host 2',
    'The Host',
    'H o s t',
    '“Host”',
    'Ｈｏｓｔ',
    'H\u043Est',
    'Ho\u200Dst',
  ],
  ...[
    'Teacher',
    'Teacher Smith',
    'tеасhеr',
    'Admin',
    'ADMIN1',
    'Adm1n',
    'Administrator',
    'Moderator',
    'Co-Host',
  ],
  ...[
    '先生',
    '田中先生',
    '先生２',
    'せんせい',
    'センセイ',
    'ｾﾝｾｲ',
    'ホスト',
    'ほすと',
    '教師',
    '管理者',
    '担任',
  ],
])('%j is reserved', (name) => expect(isReservedName(name.normalize('NFKC'))).toBe(true));

test.each([
  ...['Ghost', 'Hosta', 'Theodor', 'Badminton', 'Mia', 'Mia 2', 'Modesty', 'Tea', 'P1', '7', '🦊', 'Profi'],
  ...['ゲスト', '先輩', 'はると', '生先', 'さとう', 'علی\u200Cرضا'],
])('%j is free', (name) => expect(isReservedName(name)).toBe(false));
