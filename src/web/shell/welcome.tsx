import type { SessionAnswer } from '../../domain/session.ts';
import { useAddress } from '../client/use-address.ts';
import { Button } from '../design/button.tsx';
import { Command } from '../design/command.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './standing.module.css';
import { Standing } from './standing.tsx';

/** The first screen where there is no repository: the one question, and two ways to an answer. */
export function Welcome({ session }: { readonly session: SessionAnswer }) {
  const [, change] = useAddress();
  return (
    <Standing title={text.shell.question}>
      <p>{text.shell.welcome.lead}</p>
      {session.canOpenDemo ? (
        <Button kind="primary" onClick={() => change({ place: 'demo' })}>
          {text.shell.welcome.demo}
        </Button>
      ) : null}
      <p>{text.shell.welcome.own}</p>
      <Command>{text.shell.welcome.command}</Command>
      {session.error === null ? null : (
        <p className={styles.small}>
          <Said>{`${session.error.message} ${session.error.hint ?? ''}`}</Said>
        </p>
      )}
    </Standing>
  );
}
