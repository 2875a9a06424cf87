import i18next from 'i18next';
import { language } from '../strings/language';

const WEIGHTS = [500, 700, 800] as const;
/** Characters that are drawn or computed, besides those of the sentences. */
const SIGNS = '0123456789.,+−×÷()=≈<>①②③④⑤◆δΣΔηEfuwxyhtab′→▲▼…%';

/**
 * Loads the fonts of all sentences that the page has the words of. Browsers load a font when its first character is shown:
 * without this, a lesson opened offline would fall back to another font, and a first round would begin in one.
 */
export async function keepFonts(): Promise<void> {
  const sentences = JSON.stringify(i18next.getResourceBundle(language(), 'translation'));
  const characters = [...new Set(sentences + SIGNS)].join('');
  await Promise.all(
    WEIGHTS.map((weight) => document.fonts.load(`${weight} 1em "M PLUS Rounded 1c"`, characters)),
  );
}
