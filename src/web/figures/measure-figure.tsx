import type { FigureKind, Report } from '../../domain/report.ts';
import { text } from '../messages/index.ts';
import { figureParts } from './figure-parts.ts';
import styles from './measure-figure.module.css';

interface MeasureFigureProps {
  readonly figure: Report['figure'];
  readonly kind: FigureKind;
  readonly size?: 'row' | 'page';
}

/** The figure of a measure with its interval and count; where there is none, that there is not enough evidence. */
export function MeasureFigure({ figure, kind, size = 'row' }: MeasureFigureProps) {
  const parts = figureParts(figure, kind);
  if (parts === null) return <p className={styles.none}>{text.measure.noFigure}</p>;
  return (
    <p className={size === 'page' ? styles.large : styles.figure}>
      <span className={styles.value}>{parts.value}</span>
      {parts.unit === null ? null : <span className={styles.unit}> {parts.unit}</span>}
      {parts.interval === null ? null : (
        <span className={styles.within}>
          {' '}
          {parts.interval} <span className={styles.of}>{text.measure.outOf(parts.of ?? '')}</span>
        </span>
      )}
    </p>
  );
}
