import type { AbsenceTold } from '../../domain/absence-told.ts';
import type { PastAbsence } from '../../domain/past-absence.ts';
import { decimal, numeral } from '../../domain/words.ts';
import { Evidence } from '../design/evidence.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { ShareBar } from '../design/share-bar.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-silence.module.css';

interface AbsenceSilenceProps {
  readonly silence: PastAbsence;
  readonly told: AbsenceTold['past']['absences'][number];
}

/** One silence: usual, landed and after as bars, what was seen in words, who stepped in, and the changes behind it. */
export function AbsenceSilence({ silence, told }: AbsenceSilenceProps) {
  const words = text.fortnight;
  const { flow, steppedIn, back } = silence;
  const most = Math.max(1, flow.usual, flow.landed ?? 0, flow.after ?? 0);
  return (
    <div className={styles.silence}>
      <dl className={styles.bars}>
        <Bar label={words.usualFigure} value={flow.usual} most={most} tone={styles.usual} />
        <Bar label={words.landedFigure} value={flow.landed} most={most} tone={styles.landed} />
        <Bar label={words.afterFigure} value={flow.after} most={most} tone={styles.usual} />
      </dl>
      {told.notCompared === null ? null : <p className={styles.quiet}>{words.notComparedBecause(told.notCompared)}</p>}
      {told.sentences.map((sentence) => (
        <p key={sentence}>
          <Said>{sentence}</Said>
        </p>
      ))}
      {silence.dependence === null ? null : (
        <div>
          <h3>{words.depends}</h3>
          <ShareBar share={silence.dependence} />
        </div>
      )}
      <div>
        <h3>{words.steppedIn}</h3>
        <p>
          {told.nobodyStepped === null ? <Names names={told.steppedIn.people} /> : <Said>{told.nobodyStepped}</Said>}
        </p>
      </div>
      <ul className={styles.evidence}>
        {[
          { title: words.landedThenTitle, ...silence },
          { title: words.steppedInTitle, ...steppedIn },
          ...(back === null ? [] : [{ title: words.backTitle, ...back }]),
        ]
          .filter(({ evidenceTotal }) => evidenceTotal > 0)
          .map(({ title, evidence, evidenceTotal }) => (
            <li key={title}>
              {title}: <Evidence pieces={evidence} total={evidenceTotal} title={title} />
            </li>
          ))}
      </ul>
    </div>
  );
}

interface BarProps {
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  readonly tone: string | undefined;
}

function Bar({ label, value, most, tone }: BarProps) {
  return (
    <div className={styles.bar}>
      <dt>{label}</dt>
      <dd>
        <svg width="100%" height="10" aria-hidden="true">
          <rect className={tone} x="0" y="1" width={`${(((value ?? 0) / most) * 100).toFixed(1)}%`} height="8" rx="2" />
        </svg>
        <span className={styles.value}>
          {value === null ? text.fortnight.tooEarly : Number.isInteger(value) ? numeral(value) : decimal(value)}
        </span>
      </dd>
    </div>
  );
}
