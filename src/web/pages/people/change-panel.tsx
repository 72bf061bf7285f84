import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConfigurationEdit } from '../../../domain/configuration-edit.ts';
import { perform } from '../../client/ask.ts';
import type { AskError } from '../../client/ask-error.ts';
import { useAsked } from '../../client/use-asked.ts';
import { useDeed } from '../../client/use-deed.ts';
import { Answered } from '../../design/answered.tsx';
import { Button } from '../../design/button.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { Problem } from '../../design/problem.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { text } from '../../messages/index.ts';
import styles from './change-panel.module.css';
import { EditedLines } from './edited-lines.tsx';
import { type Opened, type PeopleChange, usePeople } from './use-people.ts';

const PREVIEW = 'preview';

interface ChangePanelProps {
  readonly change: PeopleChange;
  /** Where one came from, and goes back to. */
  readonly from: Opened | null;
}

/** What a change would do, before it is made: a sentence, the figures that read differently, the lines that are written. */
export function ChangePanel({ change, from }: ChangePanelProps) {
  const { place, since, until, lead } = useAsked();
  const { open } = usePeople();
  const queries = useQueryClient();
  const write = useDeed('people/change');
  const asked = { since, until, lead, change };
  const preview = useQuery<ConfigurationEdit, AskError>({
    queryKey: [place, PREVIEW, asked],
    queryFn: () => perform(place, 'people/change', asked),
    // The file may have changed since it was last looked at.
    staleTime: 0,
    gcTime: 0,
  });
  const words = text.people.change;
  const goBack = (
    <Button kind="quiet" disabled={write.isPending} onClick={() => open(from)}>
      {from === null ? words.cancel : words.back}
    </Button>
  );
  return (
    <div className={styles.panel}>
      <Answered result={preview} skeleton={<Waiting />}>
        {(edit) => (
          <div className={styles.panel}>
            <p className={styles.sentence}>
              <Said>{edit.sentence}</Said>
            </p>
            <Effect edit={edit} />
            <section className={styles.section}>
              <h3 className={styles.title}>{words.lines}</h3>
              <p className={styles.file}>
                <Said>{edit.isNew ? words.newFile(edit.file) : words.into(edit.file)}</Said>
              </p>
              <EditedLines lines={edit.lines} />
              <p className={styles.note}>{words.share}</p>
            </section>
            {write.isError ? <Problem error={write.error} /> : null}
            <div className={styles.actions}>
              <Button
                kind="primary"
                disabled={write.isPending}
                onClick={() =>
                  write.mutate(
                    { ...asked, proof: edit.proof },
                    {
                      onSuccess: async () => {
                        open(null);
                        // What was shown has happened; it cannot be shown again.
                        await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== PREVIEW });
                      },
                      onError: () => preview.refetch(),
                    },
                  )
                }
              >
                {write.isPending ? words.writing : words.write}
              </Button>
              {goBack}
            </div>
          </div>
        )}
      </Answered>
      {preview.isError ? <div className={styles.actions}>{goBack}</div> : null}
    </div>
  );
}

function Waiting() {
  return (
    <div className={styles.panel}>
      <p className={styles.note}>{text.people.change.computing}</p>
      <Skeleton rows={5} />
    </div>
  );
}

function Effect({ edit: { effect } }: { readonly edit: ConfigurationEdit }) {
  const words = text.people.change;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{words.effect}</h3>
      {effect.length === 0 ? (
        <p className={styles.note}>{words.noEffect}</p>
      ) : (
        <DataTable
          caption={words.effect}
          columns={[
            { key: 'figure', label: words.figure },
            { key: 'before', label: words.before },
            { key: 'after', label: words.after },
          ]}
          rows={effect.map(({ figure, before, after }) => ({
            key: figure,
            cells: {
              figure: <Said>{figure}</Said>,
              before: <Said>{before}</Said>,
              after: (
                <strong className={styles.after}>
                  <Said>{after}</Said>
                </strong>
              ),
            },
          }))}
        />
      )}
    </section>
  );
}
