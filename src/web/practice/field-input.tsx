import type { ColumnDescribed } from '../../domain/records/kind-described.ts';
import { ChoiceField } from '../design/choice-field.tsx';
import { DateField } from '../design/date-field.tsx';
import { TextField } from '../design/text-field.tsx';
import { text } from '../messages/index.ts';

interface FieldInputProps {
  readonly field: ColumnDescribed;
  readonly value: string;
  /** What it is called where it stands; its own label unless given. */
  readonly label?: string;
  readonly isHintHidden?: boolean;
  onChange(value: string): void;
}

/** A field of a kind, as it is filled in. */
export function FieldInput({
  field,
  value,
  label = upper(field.label),
  isHintHidden = false,
  onChange,
}: FieldInputProps) {
  const words = text.practice;
  const hint = isHintHidden ? undefined : field.doc;
  switch (field.input) {
    case 'day':
      return <DateField label={label} value={value} onChange={onChange} {...(hint === undefined ? {} : { hint })} />;
    case 'yes-no':
    case 'choice': {
      const choices = field.input === 'choice' ? field.choices : [words.yes, words.no];
      return (
        <ChoiceField
          label={label}
          value={value}
          hint={hint}
          options={[
            { value: '', label: words.notSet },
            ...choices.map((choice) => ({ value: choice, label: choice.replaceAll('-', ' ') })),
          ]}
          onChange={onChange}
        />
      );
    }
    case 'lines':
      return (
        <TextField
          label={label}
          value={value}
          rows={Math.min(6, value.split('\n').length + 1)}
          hint={hint === undefined ? undefined : `${hint} ${words.onePerLine}`}
          onChange={onChange}
        />
      );
    case 'hundredths':
      return <TextField label={label} value={value} maxLength={2} hint={hint} onChange={onChange} />;
    case 'line':
    case 'rows':
      return <TextField label={label} value={value} maxLength={2000} hint={hint} onChange={onChange} />;
  }
}

const upper = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
