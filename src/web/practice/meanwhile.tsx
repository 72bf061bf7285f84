import { listed } from '../../domain/words.ts';
import { Button } from '../design/button.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './record-form.module.css';

interface MeanwhileProps {
  /** What both have changed. */
  readonly clashes: readonly string[];
  onKeep(): void;
  onTake(): void;
}

/** A record was saved by somebody else while it was edited here: nobody's words are lost without a choice. */
export function Meanwhile({ clashes, onKeep, onTake }: MeanwhileProps) {
  const words = text.practice.meanwhile;
  return (
    <div className={styles.meanwhile} role="alert">
      <p className={styles.strong}>{words.title}</p>
      <p>{clashes.length === 0 ? words.kept : <Said>{words.clashes(listed(clashes))}</Said>}</p>
      <div className={styles.actions}>
        <Button kind="primary" onClick={onKeep}>
          {words.keep}
        </Button>
        <Button onClick={onTake}>{words.take}</Button>
      </div>
    </div>
  );
}
