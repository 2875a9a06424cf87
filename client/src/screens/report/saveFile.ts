/**
 * Saves a file.
 *
 * @returns false where this browser cannot save files
 */
export function saveFile(name: string, content: BlobPart, type: string): boolean {
  const link = document.createElement('a');
  if (!('download' in link)) return false;
  try {
    const address = URL.createObjectURL(new Blob([content], { type }));
    link.href = address;
    link.download = name;
    link.click();
    // The browser holds the file by the time another task runs.
    setTimeout(() => URL.revokeObjectURL(address));
    return true;
  } catch {
    return false;
  }
}
