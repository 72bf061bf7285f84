import type { OpenedEvidence } from '../../domain/explanation.ts';
import type { ReportLimits } from '../../domain/html-report.ts';
import type { Evidence } from '../../domain/report.ts';
import { calendarDay } from '../../domain/words.ts';
import { cx } from '../design/cx.ts';
import { ForgeLink } from '../design/forge-link.tsx';
import { Said } from '../design/said.tsx';
import type { EvidenceProps } from '../design/surface.tsx';
import { text } from '../messages/index.ts';
import styles from './report.module.css';

/** A list at the end of the report to which figures lead. */
interface EvidenceList {
  readonly id: string;
  readonly title: string;
  readonly pieces: readonly Evidence[];
  readonly total: number;
  readonly isCut: boolean;
}

/** Pieces of a list that are printed; see `.evidence li` in the style sheet. */
const ON_PAPER = 4;

const keyOf = ({ kind, repository, id }: Evidence): string => `${kind}\0${repository}\0${id}`;

/**
 * Collects what the figures rest on while they are drawn, so that each list is printed once, at the end, and a figure
 * leads there: a folded list has no place within a sentence.
 */
export class EvidenceLists {
  readonly #lists = new Map<string, EvidenceList>();
  readonly #opened: ReadonlyMap<string, OpenedEvidence>;
  readonly #limits: ReportLimits;

  constructor(opened: readonly OpenedEvidence[], limits: ReportLimits) {
    this.#opened = new Map(opened.map((piece) => [keyOf(piece), piece]));
    this.#limits = limits;
  }

  /** For the surface: a link to the list, or plain words where nothing can be listed. */
  readonly Evidence = ({ pieces, total, isCut = false, label, title }: EvidenceProps) => {
    const isChanges = pieces.every(({ kind }) => kind === 'change' || kind === 'commit');
    const said = label ?? (isChanges ? text.design.changes(total) : text.report.pieces(total));
    const shown = pieces.slice(0, this.#limits.pieces);
    if (shown.length === 0) return <>{said}</>;
    const key = shown.map(keyOf).join('\0');
    const list = this.#lists.get(key) ?? { id: `e${this.#lists.size + 1}`, title, pieces: shown, total, isCut };
    this.#lists.set(key, list);
    return (
      <a className={styles.leads} href={`#${list.id}`}>
        {said}
      </a>
    );
  };

  /** Every list that something led to so far. */
  print() {
    return [...this.#lists.values()].map(({ id, title, pieces, total, isCut }) => (
      <details key={id} className={styles.evidence}>
        <summary id={id}>
          <Said>{title}</Said> <span className={styles.quiet}>{text.report.pieces(isCut ? pieces.length : total)}</span>
        </summary>
        {isCut || total > pieces.length ? (
          <p className={styles.quiet}>
            {isCut ? text.design.shownOfRows(pieces.length) : text.report.listed(pieces.length, total)}
          </p>
        ) : null}
        <ol>
          {pieces.map((piece) => (
            <Piece key={keyOf(piece)} piece={this.#opened.get(keyOf(piece)) ?? { ...piece, ...NOTHING_KNOWN }} />
          ))}
        </ol>
        {pieces.length > ON_PAPER ? (
          <p className={cx(styles.quiet, styles.paper)}>{text.report.onPaper(pieces.length - ON_PAPER)}</p>
        ) : null}
      </details>
    ));
  }
}

const NOTHING_KNOWN = { title: null, time: null, url: null };

/** One piece: what it is called, when, and where it is opened. */
function Piece({ piece: { kind, id, title, time, url } }: { readonly piece: OpenedEvidence }) {
  const isCommit = kind === 'commit' || kind === 'change';
  const name = isCommit ? id.slice(0, 10) : id;
  return (
    <li>
      {isCommit ? (
        <span className={styles.subject}>
          <Said>{title ?? text.report.unknownTitle}</Said>
        </span>
      ) : null}{' '}
      <ForgeLink url={url}>
        <code>
          <Said>{name}</Said>
        </code>
      </ForgeLink>
      {time === null ? null : <span className={styles.quiet}> {calendarDay(time)}</span>}
    </li>
  );
}
