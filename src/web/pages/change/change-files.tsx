import type { ChangePage } from '../../../domain/change-page.ts';
import { areaText } from '../../../domain/figure-words.ts';
import { AreaLink } from '../../design/area-link.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

type Change = NonNullable<ChangePage['change']>;

/** The files of a change by area, with what was done to each. */
export function ChangeFiles({ repository, change }: { readonly repository: string; readonly change: Change }) {
  const files = change.areas.flatMap(({ area, files: own }) => own.map((file) => ({ area, ...file })));
  return (
    <FigureCard
      id="files"
      title={text.change.files}
      meaning={
        files.length < change.filesTotal
          ? text.change.shown(files.length, change.filesTotal)
          : text.change.filesOf(change.filesTotal)
      }
      copy={{
        title: text.change.files,
        columns: [text.area.title, text.change.path, text.change.status, text.change.class].map((label) => ({
          label,
          align: 'left' as const,
        })),
        rows: files.map((file) => [file.area ?? text.change.noArea, file.path, file.status, file.class]),
      }}
    >
      {files.length === 0 ? <p className={styles.quiet}>{text.change.noFiles}</p> : null}
      {files.length === 0 ? null : (
        <DataTable
          caption={text.change.files}
          limit={25}
          columns={[
            { key: 'path', label: text.change.path, width: '52%' },
            { key: 'area', label: text.area.title },
            { key: 'status', label: text.change.status },
            { key: 'class', label: text.change.class },
          ]}
          rows={files.map((file, i) => ({
            key: `${file.area ?? ''}:${file.path}`,
            cells: {
              path: (
                <>
                  <Said>{file.path}</Said>
                  {file.oldPath === null ? null : (
                    <span className={styles.old}>
                      <Said>{text.change.from(file.oldPath)}</Said>
                    </span>
                  )}
                </>
              ),
              area: <AreaOf repository={repository} area={file.area} isFirst={files[i - 1]?.area !== file.area} />,
              status: file.status,
              class: file.class,
            },
          }))}
        />
      )}
    </FigureCard>
  );
}

/** The area of a file; among files of one area, seen once and read aloud with each. */
function AreaOf({ repository, area, isFirst }: { repository: string; area: string | null; isFirst: boolean }) {
  const name = area === null ? text.change.noArea : areaText(area);
  if (!isFirst) {
    return (
      <span className="only-read">
        <Said>{name}</Said>
      </span>
    );
  }
  return area === null ? name : <AreaLink repository={repository} area={area} />;
}
