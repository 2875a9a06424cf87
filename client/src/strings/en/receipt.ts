/** Receipt: the right working of a question, to be taken along. */
export const receipt = {
  heading: 'Receipt: the working, line by line',
  hint: 'In a spreadsheet every line computes itself. Paste into cell A1.',
  copy: 'Copy for a spreadsheet',
  save: 'Save as a file',
  copied: 'Copied. Paste it into cell A1 of a spreadsheet.',
  notCopied: 'This browser does not let pages copy. Save it as a file instead.',
};
