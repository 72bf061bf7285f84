import type { Query } from '../domain/query.ts';
import type { Report } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import { AREA_SOURCES } from './area-source.ts';

interface AreaRow {
  readonly repository: string;
  readonly area: string;
  readonly source: string;
  readonly files: number;
  readonly changes: number;
  readonly last: number | null;
  readonly newest: string | null;
}

const SQL = `
SELECT a.repository, a.area, a.source, a.files,
       count(c.change) FILTER (WHERE c.landed_at >= $since AND c.landed_at < $until) AS changes,
       max(c.landed_at) FILTER (WHERE c.landed_at < $until) AS last,
       max_by(c.change, c.landed_at) FILTER (WHERE c.landed_at < $until) AS newest
FROM areas a
LEFT JOIN change_areas t ON t.repository = a.repository AND t.area = a.area
LEFT JOIN changes c ON c.repository = t.repository AND c.change = t.change
GROUP BY ALL
ORDER BY changes DESC, a.repository, a.area`;

/** The areas as Fortnight sees them, what named them, and how busy they are. A report like that of a measure. */
export async function areasReport(query: Query, setting: Setting): Promise<Report> {
  const { window, repositories } = setting;
  const rows = await query<AreaRow>(SQL, { ...window });
  const sources = [...new Set(rows.map((row) => AREA_SOURCES[row.source] ?? row.source))];
  const busy = rows.filter((row) => row.changes > 0).length;
  return {
    measure: 'areas',
    title: 'Areas',
    question: 'What are the parts of the system, and how busy is each?',
    answer:
      rows.length === 0
        ? 'No product files were found, so there are no areas.'
        : `${rows.length} areas, named by ${sources.join(' and ')}; ${busy} of them changed in the window.`,
    figure: rows.length === 0 ? null : rows.length,
    figureKind: 'count',
    subject: 'area',
    window,
    repositories: [...repositories],
    parameters: {},
    columns: [
      ...(repositories.length > 1
        ? [{ key: 'repository', label: 'repository', kind: 'text', doc: 'Which repository it belongs to.' } as const]
        : []),
      { key: 'area', label: 'area', kind: 'path', doc: 'Its name.' },
      {
        key: 'changes',
        label: 'changes',
        kind: 'count',
        doc: 'Changes in the window that touched product files of it.',
      },
      { key: 'files', label: 'files', kind: 'count', doc: 'Product files at the head in it.' },
      { key: 'last', label: 'last changed', kind: 'instant', doc: 'When the newest of its changes landed.' },
      ...(sources.length > 1
        ? [{ key: 'source', label: 'named by', kind: 'text', doc: 'What named it.' } as const]
        : []),
    ],
    rows: rows.map((row) => ({
      cells: {
        repository: row.repository,
        area: row.area,
        changes: row.changes,
        files: row.files,
        last: row.last,
        source: AREA_SOURCES[row.source] ?? row.source,
      },
      evidence: row.newest === null ? [] : [{ kind: 'change', repository: row.repository, id: row.newest }],
      evidenceTotal: row.newest === null ? 0 : row.changes || 1,
    })),
    confidence:
      rows.length === 0
        ? { level: 'none', because: 'There is no source or test file at the head.' }
        : { level: 'high', because: 'Areas are read from the head; changes from its history.' },
    notes: [
      ...(rows.some((row) => row.source === 'directories')
        ? ['Areas that do not fit how you speak of the system can be named in fortnight.yml.']
        : []),
      ...setting.notes,
    ],
  };
}
