import type { KnowledgeMap } from '../../../domain/knowledge-map.ts';
import { numeral } from '../../../domain/words.ts';
import { AreaLink } from '../../design/area-link.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { CoverSwatch } from '../../figures/cover-swatch.tsx';
import { at } from '../../figures/treemap/tree.ts';
import { text } from '../../messages/index.ts';
import { fewestFirst, leftNames } from './areas-copy.ts';
import styles from './page.module.css';

interface AreasTableProps {
  readonly map: KnowledgeMap;
  readonly without: ReadonlySet<number>;
  /** How many are left of each set. */
  readonly left: Uint8Array;
  readonly isTold: boolean;
}

/** The map in words: each area, its files, and the set of those who know it. */
export function AreasTable({ map, without, left, isTold }: AreasTableProps) {
  const isOne = map.repositories.length < 2;
  return (
    <DataTable
      caption={text.knowledge.table}
      limit={40}
      columns={[
        { key: 'area', label: text.knowledge.area },
        ...(isOne ? [] : [{ key: 'repository', label: text.knowledge.repository }]),
        { key: 'files', label: text.knowledge.filesColumn, align: 'right' as const },
        ...(isTold
          ? [
              { key: 'left', label: text.knowledge.left },
              { key: 'known', label: text.knowledge.knownTo },
            ]
          : []),
      ]}
      rows={fewestFirst(map, isTold ? left : new Uint8Array(left.length)).flatMap((place) => {
        const area = map.areas[place];
        if (area === undefined) return [];
        const cells = {
          area:
            area.area === null ? text.knowledge.unnamed : <AreaLink repository={area.repository} area={area.area} />,
          repository: <Said>{area.repository}</Said>,
          files: numeral(area.files),
          left: (
            <span className={styles.level}>
              <CoverSwatch level={at(left, area.set)} />
              {text.knowledge.levels[at(left, area.set)]}
            </span>
          ),
          known: (
            <div className={styles.known}>
              <Names names={leftNames(map, area.set, without)} none={text.knowledge.nobodyKnows} limit={6} />
            </div>
          ),
        };
        return [{ key: String(place), cells }];
      })}
    />
  );
}
