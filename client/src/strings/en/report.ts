/** Page of the report of a session. */
export const report = {
  heading: 'Report',
  session: 'Session {{code}}',
  when: '{{from}} to {{to}}',
  students: 'Students: {{count}}',
  status: { lobby: 'not started yet', running: 'still running', ended: 'ended' },
  open: {
    heading: 'Open a report',
    text: 'With the code of the session and your host code, for as long as the session is kept.',
    code: 'Code of the session',
    hostCode: 'Host code',
    go: 'Open',
    loading: 'Reading the session …',
  },
  back: 'Back to the console',
  toHost: 'To the page of the host',
  refresh: 'Read again',
  empty: 'Nothing has been asked in this session yet, so there are no figures.',
  filter: {
    legend: 'Show',
    team: 'Team',
    allTeams: 'All teams',
    student: 'Student',
    allStudents: 'All students',
  },
  teamNamed: 'Team {{team}}',
  files: {
    heading: 'Take it with you',
    xlsx: 'Spreadsheet with all tables (.xlsx)',
    gradebook: 'Gradebook (.csv)',
    csv: 'This table (.csv)',
    making: 'Writing the file …',
    done: 'Saved: {{file}}',
    failed:
      'This browser does not save files. Open this page in another browser, or print it; on the game’s computer “npm run report” writes the same files.',
    text: 'The files hold names and answers. Keep them where only you can read them.',
  },
  print: { page: 'Print this report', students: 'Print one page for each student' },
  scroll: 'Table “{{table}}”, scrolls sideways',
  more: 'All rows: {{count}}',
  plots: {
    rounds: 'Right at the first try, round by round',
    skills: 'Right at the first try, skill by skill',
    roundsSaid:
      'Share right at the first try: {{first}} in the first round, {{last}} in the last one. All figures are in the table “{{table}}”.',
    skillsSaid: 'Bars of the shares; all figures are in the table “{{table}}”.',
  },
  summary: {
    shares: 'Right at the first try: {{first}} of {{asked}} parts ({{share}}). Right in the end: {{right}}.',
    learned:
      'From their first to their last question, {{students}} students went from {{start}} to {{end}} right at the first try.',
    notLearned: 'Nobody has answered two questions yet, so nothing can be said about learning.',
    mistake: 'Most frequent mistake: {{mistake}} ({{students}} students).',
  },
  page: {
    points: 'Points: {{points}} of {{possible}}',
    first: 'Right at the first try: {{share}}',
    end: 'Last question: {{share}}',
    mistakes: 'Mistakes',
    noMistakes: 'No mistake was recognised.',
  },
};
