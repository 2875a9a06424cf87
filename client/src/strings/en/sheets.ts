/** Page that prints sheets of any network, and draws the places of any gradient. */
export const sheets = {
  heading: 'Sheets on paper',
  intro:
    'For a room without devices, or for homework: any network with empty bellies, questions with blanks, and the solutions on pages of their own. Print on A4.',
  sample: 'Sample',
  gradients: 'Gradients to find',
  seed: 'Which ones (any number draws others)',
  weights: 'Choose the weights yourself',
  chosen: 'Chosen: {{edges}}',
  places: 'Places of a gradient',
  placesOptions: { empty: 'to be found and marked', slots: 'shown as empty slots' },
  solutions: 'Print the solutions too',
  print: 'Print',
  preview: 'What is printed',
  drawing: {
    heading: 'A drawing for a slide or a script',
    hint: 'The places of any gradient, numbered as in the game.',
    subject: 'Drawing of',
    network: 'the whole network',
    fill: 'Filled with',
    fillOptions: { empty: 'nothing: only ◆', slots: 'empty slots', solved: 'all values' },
    numbers: 'Number the places ① to ⑤',
    svg: 'Save as SVG',
    png: 'Save as PNG',
    failed: 'This browser could not save the drawing. Print the page instead, or try another browser.',
  },
};
