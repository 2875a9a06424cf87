import type { Language } from './languages.ts';

/** Names of bots. Each name says that its player is a bot, so that none is taken for a person. */
export const BOT_NAMES: Record<Language, readonly string[]> = {
  en: [
    ...['Ada', 'Alan', 'Grace', 'Kurt', 'Emmy', 'Leon', 'Sofia', 'Carl'],
    ...['Maria', 'Paul', 'Hedy', 'Omar', 'Rosa', 'Srini', 'Vera', 'Blaise'],
    ...['Katia', 'Hugo', 'Lise', 'Niels', 'Dorothy', 'Felix', 'Chen', 'Edgar'],
    ...['Mary', 'Bruno', 'Ines', 'Otto', 'Tove', 'Yuri', 'Nadia', 'Simon'],
    ...['Amalie', 'Karl', 'Lotte', 'Ravi', 'Sonja', 'Tomas', 'Wanda', 'Zeno'],
  ].map((name) => `Bot ${name}`),
  ja: [
    ...['あおい', 'はる', 'そら', 'ひなた', 'れん', 'みお', 'ゆう', 'さくら'],
    ...['かい', 'りん', 'なぎ', 'つむぎ', 'あさひ', 'ほのか', 'いつき', 'こはる'],
    ...['あらた', 'すず', 'とわ', 'ひより', 'りく', 'めい', 'かえで', 'ゆい'],
    ...['そうた', 'あん', 'しおり', 'たいち', 'のぞみ', 'みなと', 'ちひろ', 'まこと'],
    ...['あやめ', 'けいた', 'こうた', 'さつき', 'たくみ', 'なお', 'ふみ', 'わかば'],
  ].map((name) => `ボット・${name}`),
};
