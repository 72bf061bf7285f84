import { plain } from '../../../domain/plain.ts';
import type { RecordTold } from '../../../domain/records/practice-answer.ts';
import { useAddress } from '../../client/use-address.ts';
import { Button } from '../../design/button.tsx';
import { Empty } from '../../design/empty.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { RecordForm } from '../../practice/record-form.tsx';
import { PracticeTabs } from '../../practice/tabs.tsx';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice } from '../../practice/use-practice.ts';
import { RecordView } from './record-view.tsx';

/** One record: to be read, edited, and taken a step further. */
export function RecordPage() {
  const [{ kind, id }] = useAddress();
  const isNamed = typeof kind === 'string' && typeof id === 'string';
  return (
    <>
      <PracticeTabs kind={String(kind)} />
      {isNamed ? <One kind={kind} id={id} /> : <NoSuch />}
    </>
  );
}

function NoSuch() {
  const { noKind } = text.records;
  return (
    <>
      <PageHead title={text.records.title} />
      <Empty title={noKind.title}>{noKind.hint}</Empty>
    </>
  );
}

function One({ kind, id }: { readonly kind: string; readonly id: string }) {
  const [address, change] = useAddress();
  const result = usePractice('record', { kind, id });
  const told = result.data?.told;
  const isThis = told?.record.id === id && told.kind.id === kind;
  const isEdited = address.edit === 'yes';
  const edit = (isOn: boolean) => change({ edit: isOn ? 'yes' : undefined });
  return (
    <>
      <PageHead
        title={isThis ? titleOf(told, isEdited) : text.records.title}
        lead={isThis ? <Standing told={told} /> : undefined}
      >
        {isThis && !isEdited ? <Button onClick={() => edit(true)}>{text.practice.edit}</Button> : null}
      </PageHead>
      <ToldOf result={result}>
        {(shown, today) =>
          shown.record.id !== id ? null : isEdited ? (
            <RecordForm key={id} kind={shown.kind} record={shown.record} onDone={() => edit(false)} />
          ) : (
            <RecordView told={shown} today={today} />
          )
        }
      </ToldOf>
    </>
  );
}

function titleOf({ record }: RecordTold, isEdited: boolean): string {
  const title = record.title.trim() === '' ? text.practice.untitled : plain(record.title);
  return isEdited ? text.records.editing(title) : title;
}

/** What it is, and where it stands. */
function Standing({ told: { kind, record } }: { readonly told: RecordTold }) {
  const state = kind.states.length > 1 ? kind.states.find(({ word }) => word === record.status) : undefined;
  return (
    <Said>{text.records.standing(kind.one, record.status?.replaceAll('-', ' ') ?? null, state?.doc ?? null)}</Said>
  );
}
