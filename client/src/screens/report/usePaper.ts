import { useEffect } from 'preact/hooks';

/**
 * Sets the paper for as long as the page is shown: what other pages print has its own. A rule for all pages, since a named
 * one would begin on a second sheet.
 */
export function usePaper(orientation: 'portrait' | 'landscape'): void {
  useEffect(() => {
    // A browser without it prints on the paper that it has chosen.
    if (!('adoptedStyleSheets' in document)) return undefined;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: A4 ${orientation}; margin: 12mm; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [orientation]);
}
