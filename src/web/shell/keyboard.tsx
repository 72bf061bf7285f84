import { Check } from '../design/check.tsx';
import { Drawer } from '../design/drawer.tsx';
import { text } from '../messages/index.ts';
import styles from './keyboard.module.css';
import { NAVIGATION } from './page-names.ts';

const words = text.shell.keys;

const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  ...NAVIGATION.map(({ key, label }) => ({ keys: ['g', key], does: `${words.go} ${label}` })),
  { keys: ['/'], does: words.find },
  { keys: ['h'], does: words.hide },
  { keys: ['t'], does: words.theme },
  { keys: ['?'], does: words.help },
  { keys: ['Esc'], does: words.close },
  { keys: ['←', '→'], does: words.values },
];

interface KeyboardHelpProps {
  readonly isOpen: boolean;
  onClose(): void;
  /** Whether single keys act at all: whoever speaks to the computer, or slips, may not want them. */
  readonly areKeysOn: boolean;
  onKeys(areOn: boolean): void;
}

/** What the keyboard can do. */
export function KeyboardHelp({ isOpen, onClose, areKeysOn, onKeys }: KeyboardHelpProps) {
  return (
    <Drawer title={words.title} open={isOpen} onClose={onClose}>
      <p className={styles.choice}>
        <Check isChecked={areKeysOn} onChange={onKeys}>
          {words.areOn}
        </Check>
      </p>
      <dl>
        {KEYS.map(({ keys, does }) => (
          <div key={does} className={styles.line}>
            <dt className={styles.does}>{does}</dt>
            <dd className={styles.press}>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Drawer>
  );
}
