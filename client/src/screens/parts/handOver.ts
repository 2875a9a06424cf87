/**
 * Puts text on the clipboard. Plain http in a class room is no secure context and has no clipboard of its own: there a
 * selected text is copied as by hand.
 *
 * @returns whether it is there
 */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  // What is out of sight has its blanks folded, and a tab is one.
  field.style.whiteSpace = 'pre';
  field.setAttribute('readonly', '');
  document.body.append(field);
  const focused = document.activeElement;
  field.select();
  try {
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** Hands a file to the person. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the file by the time anything else runs.
  setTimeout(() => URL.revokeObjectURL(address));
}
