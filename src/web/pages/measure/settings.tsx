import type { Explanation } from '../../../domain/explanation.ts';
import { decimal } from '../../../domain/words.ts';
import { Button } from '../../design/button.tsx';
import { NumberField } from '../../design/number-field.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';
import type { GivenSettings } from './use-settings.ts';

interface SettingsProps {
  readonly parameters: Explanation['parameters'];
  readonly settings: GivenSettings;
}

/** What can be turned on a measure; every change is asked anew and stands in the address. */
export function Settings({ parameters, settings }: SettingsProps) {
  return (
    <section className={styles.section} aria-labelledby="settings">
      <h2 id="settings">{text.measure.settings}</h2>
      <div className={styles.settings}>
        {parameters.map((parameter) => (
          <div key={parameter.name} className={styles.setting}>
            <NumberField
              label={text.measure.setting(parameter.name)}
              value={parameter.value}
              min={parameter.min}
              max={parameter.max}
              step={Number.isInteger(parameter.default) ? 1 : 0.1}
              onChange={(value) => settings.set(parameter.name, value)}
            />
            <p>
              {parameter.doc} {text.measure.default(decimal(parameter.default))}
            </p>
          </div>
        ))}
      </div>
      {settings.given.length === 0 ? null : <Button onClick={settings.reset}>{text.measure.reset}</Button>}
    </section>
  );
}
