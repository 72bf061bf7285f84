import { ChevronDown, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { byName } from '../../domain/by-name.ts';
import { plain } from '../../domain/plain.ts';
import { text } from '../messages/index.ts';
import { cx } from './cx.ts';
import fields from './field.module.css';
import styles from './people-picker.module.css';
import { Said } from './said.tsx';

interface PeoplePickerProps {
  readonly label: string;
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

/** More names than these are found by typing, not by scrolling. */
const SHOWN = 200;

/** Any number of people, found by name. They stand in alphabetical order, the chosen ones too. */
export function PeoplePicker({ label, all, chosen, onChange }: PeoplePickerProps) {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    search.current?.focus();
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [isOpen]);
  const set = (name: string, isChosen: boolean) =>
    onChange([...chosen.filter((one) => one !== name), ...(isChosen ? [name] : [])].sort(byName));
  const sorted = [...new Set([...all, ...chosen])].sort(byName);
  const found = sorted.filter((name) => plain(name).toLowerCase().includes(wanted.trim().toLowerCase()));
  const options = () => [...(box.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  return (
    // biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset cannot stand in line with other labels.
    <div
      className={cx(fields.field, styles.box)}
      ref={box}
      role="group"
      aria-labelledby={`${id}l`}
      onKeyDown={(event) => {
        if (!isOpen) return;
        const at = options().indexOf(event.target as HTMLInputElement);
        if (event.key === 'Escape') {
          setOpen(false);
          opener.current?.focus();
        } else if (event.key === 'ArrowDown') options()[Math.min(at + 1, options().length - 1)]?.focus();
        else if (event.key === 'ArrowUp') options()[Math.max(at - 1, 0)]?.focus();
        else if (event.key === 'Enter' && found.length === 1 && found[0] !== undefined) {
          set(found[0], !chosen.includes(found[0]));
        } else return;
        event.preventDefault();
      }}
    >
      <span id={`${id}l`} className={fields.label}>
        {label}
      </span>
      <div className={styles.line}>
        {chosen.map((name) => (
          <span key={name} className={styles.chip}>
            <Said>{name}</Said>
            <button
              type="button"
              className={styles.remove}
              aria-label={text.design.remove(plain(name))}
              onClick={() => {
                set(name, false);
                opener.current?.focus();
              }}
            >
              <X aria-hidden="true" size={13} />
            </button>
          </span>
        ))}
        <button
          type="button"
          ref={opener}
          className={styles.opener}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={`${label}: ${text.design.choose}`}
          onClick={() => setOpen(!isOpen)}
        >
          {chosen.length === 0 ? text.design.choose : null}
          <ChevronDown aria-hidden="true" size={15} />
        </button>
      </div>
      {isOpen ? (
        <div className={styles.panel} id={id}>
          <input
            ref={search}
            type="search"
            className={cx(fields.input, fields.wide)}
            aria-label={text.design.findName}
            placeholder={text.design.findName}
            autoComplete="off"
            spellCheck={false}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          <ul className={styles.list}>
            {found.slice(0, SHOWN).map((name) => (
              <li key={name}>
                <label className={cx(fields.check, styles.option)}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(name)}
                    onChange={(event) => set(name, event.target.checked)}
                  />
                  <Said>{name}</Said>
                </label>
              </li>
            ))}
          </ul>
          <p className={styles.foot} role="status">
            {found.length === 0
              ? text.design.noSuchName
              : found.length > SHOWN
                ? text.design.andMore(found.length - SHOWN)
                : chosen.length === 0
                  ? text.design.noOneChosen
                  : text.design.chosen(chosen.length)}
          </p>
        </div>
      ) : null}
    </div>
  );
}
