import { type FormEvent, useState } from 'react';
import { Button } from '../design/button.tsx';
import { ChoiceField } from '../design/choice-field.tsx';
import { DateField } from '../design/date-field.tsx';
import { Problem } from '../design/problem.tsx';
import { TextField } from '../design/text-field.tsx';
import { text } from '../messages/index.ts';
import styles from './act-bar.module.css';

/** Something an act asks for. */
export interface ActInput {
  readonly key: string;
  readonly label: string;
  readonly input: 'line' | 'text' | 'day' | 'choice';
  readonly isNeeded?: boolean;
  readonly start?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** Something that can be done with a record. */
export interface Act {
  readonly id: string;
  readonly label: string;
  /** What it is for, where the label alone does not say. */
  readonly doc?: string;
  readonly isPrimary?: boolean;
  readonly inputs: readonly ActInput[];
  run(values: Readonly<Record<string, string>>): void;
}

interface ActBarProps {
  readonly acts: readonly Act[];
  readonly isPending: boolean;
  readonly error: unknown;
}

/** What can be done, as a line of buttons; one that asks for something opens a short form below. */
export function ActBar({ acts, isPending, error }: ActBarProps) {
  const [opened, setOpened] = useState<string | null>(null);
  const act = acts.find(({ id }) => id === opened);
  if (acts.length === 0) return null;
  return (
    <div className={styles.bar}>
      <div className={styles.acts}>
        {acts.map((one) => (
          <Button
            key={one.id}
            kind={one.isPrimary === true ? 'primary' : 'plain'}
            disabled={isPending}
            {...(one.inputs.length === 0 ? {} : { 'aria-expanded': opened === one.id })}
            onClick={() => (one.inputs.length === 0 ? one.run({}) : setOpened(opened === one.id ? null : one.id))}
          >
            {one.label}
          </Button>
        ))}
      </div>
      {act === undefined ? null : (
        <ActForm key={act.id} act={act} isPending={isPending} onCancel={() => setOpened(null)} />
      )}
      {error === null ? null : <Problem error={error} />}
    </div>
  );
}

interface ActFormProps {
  readonly act: Act;
  readonly isPending: boolean;
  onCancel(): void;
}

function ActForm({ act, isPending, onCancel }: ActFormProps) {
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(act.inputs.map(({ key, start = '' }) => [key, start])),
  );
  const isReady = act.inputs.every(({ key, isNeeded }) => isNeeded !== true || (values[key] ?? '').trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.run(values);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={act.label}>
      {act.doc === undefined ? null : <p className={styles.doc}>{act.doc}</p>}
      {act.inputs.map((one) => {
        const shared = {
          label: one.label,
          value: values[one.key] ?? '',
          onChange: (value: string) => setValues({ ...values, [one.key]: value }),
        };
        if (one.input === 'day') return <DateField key={one.key} {...shared} />;
        if (one.input === 'choice') return <ChoiceField key={one.key} {...shared} options={one.choices ?? []} />;
        return (
          <TextField
            key={one.key}
            {...shared}
            isNeeded={one.isNeeded === true}
            {...(one.input === 'text' ? { rows: 3 } : {})}
          />
        );
      })}
      <div className={styles.acts}>
        <Button kind="primary" type="submit" disabled={isPending || !isReady}>
          {act.label}
        </Button>
        <Button kind="quiet" onClick={onCancel} disabled={isPending}>
          {text.practice.cancel}
        </Button>
      </div>
    </form>
  );
}
