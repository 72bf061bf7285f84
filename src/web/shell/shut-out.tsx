import { Button } from '../design/button.tsx';
import { Command } from '../design/command.tsx';
import { text } from '../messages/index.ts';
import { Standing } from './standing.tsx';

/** This browser has no cookie of the server: what to do. */
export function Locked() {
  return (
    <Standing title={text.shell.locked.title} dots={0}>
      <p>{text.shell.locked.lead}</p>
      <p>{text.shell.locked.how}</p>
      <Command>{text.shell.locked.command}</Command>
    </Standing>
  );
}

/** Nobody answers: what to do, while it is looked for. */
export function Gone({ onAgain }: { onAgain(): void }) {
  return (
    <Standing title={text.shell.gone.title} dots={0}>
      <p>{text.shell.gone.how}</p>
      <Command>{text.shell.gone.command}</Command>
      <Button onClick={onAgain}>{text.shell.gone.again}</Button>
    </Standing>
  );
}
