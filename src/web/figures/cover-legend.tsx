import { text } from '../messages/index.ts';
import styles from './cover-legend.module.css';
import { CoverSwatch } from './cover-swatch.tsx';

interface CoverLegendProps {
  /** By level: nobody, one, two, three and more, and files known by their area alone. */
  readonly counts: readonly { readonly files: number; readonly areas: number }[];
}

/** What the colours of the map mean, and how much there is of each. */
export function CoverLegend({ counts }: CoverLegendProps) {
  return (
    <ul className={styles.legend} aria-label={text.knowledge.levelMeaning} data-picture-key="">
      {counts.map(({ files, areas }, level) =>
        level === 4 && files === 0 ? null : (
          <li key={text.knowledge.levels[level]} className={styles.entry} data-level={level}>
            <CoverSwatch level={level} />
            <span className={styles.words}>{text.knowledge.levels[level]}</span>{' '}
            <span className={styles.count}>
              {level === 4 ? text.knowledge.fileCount(files) : text.knowledge.counts(areas, files)}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
