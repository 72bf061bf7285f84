/**
 * Names of nobody: a tree of some continent and a piece of landscape each, put together by place in the list. They are made up on purpose
 * to look made up; whoever bears one is meant by nothing here.
 */
const TREES =
  'Alder Baobab Cedar Deodar Elder Ginkgo Hinoki Jacaranda Kauri Linden Neem Olive Rowan Tamarind Yew'.split(' ');
const LANDSCAPE = 'Brook Cove Dale Fjord Glen Heath Island Lagoon Meadow Oasis Ridge Shore Tarn Valley Wharf'.split(
  ' ',
);

export interface SimulatedPerson {
  readonly name: string;
  readonly email: string;
  /** Account on the forge. */
  readonly login: string;
}

/** The person at a place of any team: the same place, the same name. The first fifteen differ in both words. */
export function personAt(place: number): SimulatedPerson {
  const first = TREES[place % TREES.length] ?? '';
  const round = Math.floor(place / TREES.length);
  const last = LANDSCAPE[(place + round) % LANDSCAPE.length] ?? '';
  const login = `${first}-${last}${round < LANDSCAPE.length ? '' : round}`.toLowerCase();
  const name = round < LANDSCAPE.length ? `${first} ${last}` : `${first} ${last} ${round}`;
  return { name, email: `${login.replace('-', '.')}@example.com`, login };
}
