/** Puts values into the `{{…}}` of a sentence; a gap without a value stays as written, visible to tests and readers. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/gu, (gap, name: string) => String(values[name] ?? gap));
}
