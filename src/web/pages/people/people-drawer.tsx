import { plain } from '../../../domain/plain.ts';
import { Drawer } from '../../design/drawer.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { ChangePanel } from './change-panel.tsx';
import { ChoosePerson } from './choose-person.tsx';
import { PersonPanel } from './person-panel.tsx';
import { type Opened, usePeople } from './use-people.ts';

/** What one looks at beside the list: a person, who could lead, or a change before it is written. */
export function PeopleDrawer({ opened }: { readonly opened: Opened | null }) {
  const { people, open } = usePeople();
  const person = opened?.kind === 'person' ? people.find((one) => one.person === opened.person) : undefined;
  const isOpen = opened !== null && (opened.kind !== 'person' || person !== undefined);
  return (
    <Drawer title={titleOf(opened, person?.name ?? '')} open={isOpen} onClose={() => open(null)}>
      {person === undefined ? null : <PersonPanel person={person} />}
      {opened?.kind === 'lead' ? (
        <ChoosePerson
          people={people.filter(({ kind }) => kind === 'human')}
          onChoose={({ person: who }) => {
            open({ kind: 'change', change: { kind: 'lead', person: who }, from: opened });
          }}
        />
      ) : null}
      {opened?.kind === 'change' ? <ChangePanel change={opened.change} from={opened.from} /> : null}
    </Drawer>
  );
}

function titleOf(opened: Opened | null, name: string) {
  if (opened?.kind === 'lead') return text.people.leading.choose;
  if (opened?.kind === 'change') return text.people.change[opened.change.kind];
  return <Said>{plain(name)}</Said>;
}
