import { Button } from '../../design/button.tsx';
import { NumberField } from '../../design/number-field.tsx';
import { text } from '../../messages/index.ts';
import styles from './assumptions.module.css';
import { type AbsenceAddress, USUAL } from './use-absence-address.ts';

type Amounts = Partial<Record<keyof typeof USUAL, number>>;

interface AssumptionsProps {
  readonly address: AbsenceAddress;
  change(change: Amounts): void;
  readonly of: 'moves' | 'replay';
}

const FIELDS = {
  moves: [
    { key: 'target', label: text.fortnight.target, min: 0, max: 1, step: 0.05 },
    { key: 'load', label: text.fortnight.load, min: 0, max: 100, step: 0.5 },
  ],
  replay: [
    { key: 'weeks', label: text.fortnight.weeks, min: 2, max: 52, step: 1 },
    { key: 'percentile', label: text.fortnight.percentile, min: 50, max: 100, step: 1 },
    { key: 'capacity', label: text.fortnight.capacity, min: 0, max: 100, step: 0.5 },
  ],
} as const;

/** What an answer supposes, to be changed: as options of the command line are. */
export function Assumptions({ address, change, of }: AssumptionsProps) {
  const fields = FIELDS[of];
  const isUsual = fields.every(({ key }) => address[key] === USUAL[key]);
  return (
    <div className={styles.fields}>
      {fields.map(({ key, label, min, max, step }) => (
        <NumberField
          key={key}
          label={label}
          value={address[key]}
          min={min}
          max={max}
          step={step}
          onChange={(value) => (key === 'weeks' && !Number.isInteger(value) ? undefined : change({ [key]: value }))}
        />
      ))}
      {isUsual ? null : (
        <Button kind="quiet" onClick={() => change(Object.fromEntries(fields.map(({ key }) => [key, USUAL[key]])))}>
          {text.fortnight.usualAssumptions}
        </Button>
      )}
    </div>
  );
}
