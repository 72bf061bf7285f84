import { areaText } from '../../domain/figure-words.ts';
import type { HtmlReport } from '../../domain/html-report.ts';
import { plain } from '../../domain/plain.ts';
import { numeral } from '../../domain/words.ts';
import { DataTable } from '../design/data-table.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { Sure } from '../design/sure.tsx';
import { isReasonSaid } from '../figures/is-reason-said.ts';
import { squarify } from '../figures/treemap/squarify.ts';
import { text } from '../messages/index.ts';
import styles from './report.module.css';
import { Section } from './section.tsx';

const words = text.report;
const WIDTH = 1000;
const HEIGHT = 460;
/** Pixels a letter takes, about, and the least a name needs. */
const LETTER = 7;
const LEAST = { width: 50, height: 22 };

type Area = HtmlReport['knowledge']['areas'][number];
/** Pixels between two areas. */
const GAP = 2;

/** Areas as a map: as large as their files, coloured by how many know them; and the same as a table. */
export function Knowledge({ report: { knowledge } }: { readonly report: HtmlReport }) {
  const several = new Set(knowledge.areas.map(({ repository }) => repository)).size > 1;
  const nameOf = ({ repository, area }: Area) =>
    `${several ? `${repository}: ` : ''}${area === null ? words.noArea : areaText(area)}`;
  const knows = (area: Area) => (knowledge.sets[area.set] ?? []).map((place) => knowledge.people[place] ?? '');
  const areas = knowledge.areas.filter(({ area, files }) => area !== null && files > 0);
  const isKnown = knowledge.confidence.level !== 'none';
  return (
    <Section id="knowledge" title={words.knowledge}>
      <p className={styles.lead}>
        <Said>{knowledge.answer}</Said>
      </p>
      <p className={styles.sure}>
        <Sure confidence={knowledge.confidence} isReasonSaid={isReasonSaid(knowledge.answer, knowledge.confidence)} />
      </p>
      {areas.length === 0 || !isKnown ? null : (
        <AreaMap areas={areas} nameOf={nameOf} count={(area) => knows(area).length} />
      )}
      <DataTable
        caption={words.knowledge}
        columns={[
          { key: 'area', label: words.area },
          { key: 'files', label: words.files, align: 'right' },
          { key: 'people', label: words.people },
        ]}
        rows={areas.map((area) => ({
          key: nameOf(area),
          cells: {
            area: <Said>{nameOf(area)}</Said>,
            files: numeral(area.files),
            people: isKnown ? <Names names={knows(area)} /> : '–',
          },
        }))}
      />
    </Section>
  );
}

interface MapProps {
  readonly areas: readonly Area[];
  nameOf(area: Area): string;
  count(area: Area): number;
}

function AreaMap({ areas, nameOf, count }: MapProps) {
  const boxes = boxesOf(areas);
  return (
    <figure className={styles.map}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.mapTitle}>
        {boxes.map(({ area, x, y, width, height }) => {
          const level = Math.min(3, count(area));
          const name = plain(nameOf(area));
          const room = Math.floor((width - 12) / LETTER);
          return (
            <g key={nameOf(area)}>
              <title>{`${name}: ${words.coverNames[level]}`}</title>
              <rect className={styles[`cover${level}`]} x={x} y={y} width={width} height={height} rx="2" />
              {width < LEAST.width || height < LEAST.height ? null : (
                <text className={styles[`onCover${level}`]} x={x + 6} y={y + 16} fontSize="12">
                  {name.length <= room ? name : `…${name.slice(name.length - room + 1)}`}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className={styles.legend}>
        {words.coverNames.map((name, level) => (
          <span key={name}>
            <svg width="12" height="12" aria-hidden="true">
              <rect className={styles[`cover${level}`]} width="12" height="12" rx="2" />
            </svg>{' '}
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Where each area stands, the largest first, on whole pixels. */
function boxesOf(areas: readonly Area[]) {
  const sorted = [...areas].sort((a, b) => b.files - a.files);
  const boxes: { area: Area; x: number; y: number; width: number; height: number }[] = [];
  const filesOf = (i: number) => sorted[i]?.files ?? 0;
  const weight = sorted.reduce((sum, { files }) => sum + files, 0);
  const room = { x: 0, y: 0, w: WIDTH + GAP, h: HEIGHT + GAP };
  squarify({ from: 0, end: sorted.length, weightOf: filesOf, weight }, room, (i, left, top, w, h) => {
    const area = sorted[i];
    if (area === undefined) return;
    const [x, y] = [Math.round(left), Math.round(top)];
    const width = Math.max(0, Math.round(left + w) - x - GAP);
    boxes.push({ area, x, y, width, height: Math.max(0, Math.round(top + h) - y - GAP) });
  });
  return boxes;
}
