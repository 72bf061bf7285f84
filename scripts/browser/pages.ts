import type { OpenServer } from './open-server.ts';

/** Names of the pages, as they stand in names of files; `area`, `change` and `record` are of whatever stands first. */
export const PAGE_NAMES = [
  ...['fortnight', 'scorecard', 'measure', 'knowledge', 'flow'],
  ...['area', 'change', 'people', 'data'],
  ...['week', 'decisions', 'delegations', 'coding', 'journal', 'records', 'record'],
] as const;
export type PageName = (typeof PAGE_NAMES)[number];

/** The address of every page of a place, each with figures on it: an area and a change are taken from an answer. */
export async function addressesOf(server: OpenServer, place: 'here' | 'demo'): Promise<ReadonlyMap<PageName, string>> {
  const cookie = `fortnight-${server.port}=${await server.letIn()}`;
  const answer = await fetch(`${server.address}api/${place}/measure/gate`, { headers: { cookie } });
  const said = await answer.text();
  const [, repository = '', change = ''] = /"kind":"change","repository":("[^"]*"),"id":("[^"]*")/.exec(said) ?? [];
  const [, area = '""'] = /"area":("(?!\(no area\)")(?:[^"\\]|\\.)*")/.exec(said) ?? [];
  const words = (json: string) => encodeURIComponent(String(JSON.parse(json === '' ? '""' : json)));
  const log = await fetch(`${server.address}api/${place}/decisions`, { headers: { cookie } });
  const [, decision] = /"kind":"decision","id":("[^"]*")/.exec(await log.text()) ?? [];
  const where = place === 'demo' ? 'place=demo' : 'place=here';
  return new Map([
    ['fortnight', `/?${where}`],
    ['scorecard', `/scorecard?${where}`],
    ['measure', `/measure/gate?${where}`],
    ['knowledge', `/knowledge?${where}`],
    ['flow', `/flow?${where}`],
    ['area', `/area?${where}&repository=${words(repository)}&area=${words(area)}`],
    ['change', `/change?${where}&repository=${words(repository)}&id=${words(change)}`],
    ['people', `/people?${where}`],
    ['data', `/data?${where}`],
    ['week', `/week?${where}`],
    ['decisions', `/decisions?${where}`],
    ['delegations', `/delegations?${where}`],
    ['coding', `/coding?${where}`],
    ['journal', `/journal?${where}`],
    ['records', `/records/intervention?${where}`],
    [
      'record',
      decision === undefined ? `/records/decision?${where}` : `/record?${where}&kind=decision&id=${words(decision)}`,
    ],
  ]);
}
