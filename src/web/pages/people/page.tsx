import { useDeferredValue, useMemo, useState } from 'react';
import type { PeoplePage as PeopleAnswer } from '../../../domain/configuration-edit.ts';
import { useAddress } from '../../client/use-address.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { useAsked } from '../../client/use-asked.ts';
import { Answered } from '../../design/answered.tsx';
import { Empty } from '../../design/empty.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { SearchField } from '../../design/search-field.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { text } from '../../messages/index.ts';
import { AlikePairs } from './alike-pairs.tsx';
import { findPeople, shownOf, suggestionsOf } from './find-people.ts';
import { LeadNote } from './lead-note.tsx';
import styles from './page.module.css';
import { PeopleDrawer } from './people-drawer.tsx';
import { PeopleIndex } from './people-index.tsx';
import { UndoNotice } from './undo-notice.tsx';
import { type Opened, PeopleProvider } from './use-people.ts';

/** Who is who, and why; joined and split by hand. Never an order by a figure, and no figure beside anybody. */
export function PeoplePage() {
  const { names } = useAsked();
  return names === 'hidden' ? <HiddenPeople /> : <SeenPeople />;
}

/** In presenter mode a page of names would be a page of aliases: it says so instead. */
function HiddenPeople() {
  const words = text.people.hidden;
  return (
    <>
      <PageHead title={text.people.title} />
      <Empty title={words.title}>
        <p>{words.why}</p>
        <p>{words.how}</p>
      </Empty>
    </>
  );
}

function SeenPeople() {
  const [search, change] = useAddress();
  const find = typeof search.find === 'string' ? search.find : '';
  const result = useAnswer('people', {});
  return (
    <>
      <PageHead title={text.people.title} lead={text.people.lead}>
        <div className={styles.search}>
          <SearchField
            label={text.people.find}
            isLabelHidden
            placeholder={text.people.findHint}
            value={find}
            onChange={(value) => change({ find: value === '' ? undefined : value }, true)}
          />
        </div>
      </PageHead>
      <Answered result={result} skeleton={<Skeleton shape="table" rows={10} />}>
        {(answer) => <Everybody answer={answer} find={find} />}
      </Answered>
    </>
  );
}

function Everybody({ answer, find }: { readonly answer: PeopleAnswer; readonly find: string }) {
  const [search, change] = useAddress();
  const place = useAnswer('people/configuration', {}).data ?? null;
  const [step, setStep] = useState<Opened | null>(null);
  const wanted = useDeferredValue(find);
  const found = useMemo(() => findPeople(answer.people, wanted), [answer, wanted]);
  const pairs = useMemo(() => suggestionsOf(answer, found), [answer, found]);
  const who = typeof search.who === 'string' ? search.who : null;
  const opened: Opened | null = step ?? (who === null ? null : { kind: 'person', person: who });
  const people = useMemo(() => {
    const open = (next: Opened | null) => {
      setStep(next?.kind === 'person' ? null : next);
      if (next === null || next.kind === 'person') change({ who: next?.person }, next === null);
    };
    return { ...answer, place, open };
  }, [answer, place, change]);
  return (
    <PeopleProvider value={people}>
      <div className={styles.page}>
        <UndoNotice undo={place?.undo ?? null} />
        {wanted === '' ? <LeadNote lead={answer.lead} /> : null}
        <AlikePairs pairs={pairs} isSearch={wanted !== ''} />
        <PeopleIndex
          people={found}
          find={wanted}
          shown={shownOf(search.show)}
          onShow={(shown) => change({ show: shown === 'everybody' ? undefined : shown })}
          onClear={() => change({ find: undefined, show: undefined })}
        />
      </div>
      <PeopleDrawer opened={opened} />
    </PeopleProvider>
  );
}
