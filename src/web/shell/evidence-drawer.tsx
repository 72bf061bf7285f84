import type { OpenedEvidence } from '../../domain/explanation.ts';
import { printPiece } from '../../domain/print-piece.ts';
import type { Evidence } from '../../domain/report.ts';
import { calendarDay } from '../../domain/words.ts';
import { useAnswer } from '../client/use-answer.ts';
import { Answered } from '../design/answered.tsx';
import { ChangeLink } from '../design/change-link.tsx';
import { Drawer } from '../design/drawer.tsx';
import { ForgeLink } from '../design/forge-link.tsx';
import { Said } from '../design/said.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { text } from '../messages/index.ts';
import styles from './evidence-drawer.module.css';

interface EvidenceDrawerProps {
  readonly title: string;
  readonly pieces: readonly Evidence[];
  readonly total: number;
  readonly isCut: boolean;
  readonly isOpen: boolean;
  onClose(): void;
}

/** What a figure rests on, newest first: what each piece is called, when it was, and ways to open it. */
export function EvidenceDrawer({ title, pieces, total, isCut, isOpen, onClose }: EvidenceDrawerProps) {
  return (
    <Drawer title={title} open={isOpen} onClose={onClose}>
      <Opened pieces={pieces} total={total} isCut={isCut} />
    </Drawer>
  );
}

/** Asked only once it is looked at. */
function Opened({ pieces, total, isCut }: Pick<EvidenceDrawerProps, 'pieces' | 'total' | 'isCut'>) {
  const result = useAnswer('evidence', { piece: pieces.map(printPiece) });
  return (
    <Answered result={result} skeleton={<Skeleton shape="table" rows={Math.min(8, pieces.length)} />}>
      {({ evidence }) => (
        <>
          {isCut || total > evidence.length ? (
            <p className={styles.count}>
              {isCut ? text.design.shownOfRows(evidence.length) : text.design.shownOf(evidence.length, total)}
            </p>
          ) : null}
          <ol className={styles.list}>
            {evidence.map((piece) => (
              <Piece key={printPiece(piece)} piece={piece} />
            ))}
          </ol>
        </>
      )}
    </Answered>
  );
}

function Piece({ piece }: { readonly piece: OpenedEvidence }) {
  const isChange = piece.kind === 'change' || piece.kind === 'commit';
  return (
    <li className={styles.piece}>
      <p className={styles.title}>
        {isChange ? (
          <ChangeLink repository={piece.repository} id={piece.id}>
            <Said>{piece.title ?? piece.id}</Said>
          </ChangeLink>
        ) : (
          <Said>{piece.title ?? piece.id}</Said>
        )}
      </p>
      <p className={styles.facts}>
        {piece.time === null ? null : <span>{calendarDay(piece.time)}</span>}
        {isChange ? <code>{piece.id.slice(0, 10)}</code> : null}
        {piece.url === null ? null : <ForgeLink url={piece.url}>{text.design.onForge}</ForgeLink>}
      </p>
    </li>
  );
}
