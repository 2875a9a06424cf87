/**
 * Puts text on the clipboard. Plain http in a classroom is no secure context and has no clipboard API: there a selected
 * text field is copied instead.
 *
 * @returns true if the text was copied
 */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  // Hidden fields collapse blanks, including tabs, unless told otherwise.
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

/** Saves a text as a file. */
export function saveText(name: string, text: string, type = 'text/csv'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser holds the file by the time another task runs.
  setTimeout(() => URL.revokeObjectURL(address));
}
