import { listed, numeral } from '../../domain/words.ts';

const areas = (count: number) => `${numeral(count)} ${count === 1 ? 'area' : 'areas'}`;
const files = (count: number) => `${numeral(count)} ${count === 1 ? 'file' : 'files'}`;

export const knowledge = {
  title: 'Knowledge',
  map: 'Who knows what',
  mapMeaning: 'Every file of the head, as large as it is, coloured by how many active people know it.',
  mapLabel: 'Map of areas and files',
  mapKeys:
    'Arrow keys move between neighbours, Enter goes into one, Escape goes out again. The table of areas below says the same in words.',
  colourBy: 'Colour by',
  byArea: 'Areas',
  byFile: 'Files',
  unnamed: '(no area)',
  whole: 'Everything',
  place: 'Where the map stands',
  search: 'Find a path',
  found: (count: number) => (count === 0 ? 'No path holds that.' : `${files(count)}; Enter goes to the next.`),
  levels: ['Nobody', 'One person', 'Two people', 'Three and more', 'The area alone'],
  levelMeaning: 'Known to',
  counts: (ofAreas: number, ofFiles: number) => `${areas(ofAreas)}, ${files(ofFiles)}`,
  fileCount: files,
  people: 'People',
  findPerson: 'Find a name',
  whoIsThere: 'Who is there',
  everybody: 'Everybody',
  withoutLead: 'Without the lead',
  withoutAway: 'Without who is away',
  noPeople: 'Nobody active is known to know any of it.',
  without: (names: readonly string[], nobody: number, one: number, all: number) =>
    `Without ${names.length > 4 ? `${numeral(names.length)} people` : listed(names)}: of ${areas(all)}, ${numeral(nobody)} ${nobody === 1 ? 'is' : 'are'} known to nobody and ${numeral(one)} to one person alone.`,
  knownTo: 'Known to',
  areaKnownTo: (area: string) => `Its area, ${area}, is known to`,
  takenOut: 'Taken out',
  nobodyKnows: 'nobody active',
  tip: (names: readonly string[], isOwn: boolean) => {
    if (names.length === 0) return isOwn ? 'nobody active' : 'Its area: nobody active';
    const told = names.length > 6 ? listed([...names.slice(0, 5), `${numeral(names.length - 5)} more`]) : listed(names);
    return isOwn ? told : `Its area: ${told}`;
  },
  point: 'Point at something to read who knows it; press to go into it. Arrow keys, Enter and Escape do the same.',
  titleWithout: (title: string, names: readonly string[]) =>
    names.length === 0
      ? title
      : `${title}, without ${names.length > 4 ? `${numeral(names.length)} people` : listed(names)}`,
  toArea: 'Look at the area',
  bytes: (bytes: number) =>
    bytes < 1000
      ? `${numeral(bytes)} bytes`
      : bytes < 1e6
        ? `${numeral(bytes / 1000)} kB`
        : `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / 1e6)} MB`,
  table: 'Areas, and who knows each',
  tableMeaning: 'Those that the fewest know stand first.',
  area: 'Area',
  filesColumn: 'Files',
  left: 'How many',
  how: 'How this is known',
  noFiles: 'There is nothing to map',
  noFilesHint: 'No source or test file was found at the head of this repository.',
  toData: 'See what evidence there is',
  announce: (name: string, kind: string, ofFiles: number, who: readonly string[]) =>
    `${name}, ${kind}, ${files(ofFiles)}, known to ${who.length === 0 ? 'nobody active' : listed(who)}.`,
  kinds: ['everything', 'repository', 'area', 'folder', 'file'],
  repository: 'Repository',
} as const;
