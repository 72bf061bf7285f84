import { useState } from 'react';
import type { ToldAbsence } from '../../../domain/absence-told.ts';
import { DAY } from '../../../domain/window.ts';
import { calendarDay } from '../../../domain/words.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { Button } from '../../design/button.tsx';
import { Command } from '../../design/command.tsx';
import { Drawer } from '../../design/drawer.tsx';
import { LimitedList } from '../../design/limited-list.tsx';
import { AbsencePieces } from '../../figures/absence-pieces.tsx';
import { text } from '../../messages/index.ts';
import styles from './hand-over.module.css';
import { type AbsenceAddress, askedOf } from './use-absence-address.ts';

const ITEMS = 25;

/** The list to tick before these days: shown, copied or saved, and never written anywhere else. */
export function HandOver({ absence, address }: { readonly absence: ToldAbsence; readonly address: AbsenceAddress }) {
  const [isOpen, setOpen] = useState(false);
  const words = text.fortnight;
  const { from, days, told } = absence;
  const span = words.spanOf(calendarDay(from), calendarDay(from + (days - 1) * DAY));
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {words.handOver}
      </Button>
      <Drawer title={words.handOverTitle(span)} open={isOpen} onClose={() => setOpen(false)}>
        <Plan address={address} from={from} command={told.commands.handover} />
      </Drawer>
    </>
  );
}

interface PlanProps {
  readonly address: AbsenceAddress;
  readonly from: number;
  readonly command: string;
}

function Plan({ address, from, command }: PlanProps) {
  const [said, setSaid] = useState('');
  const words = text.fortnight;
  const result = useAnswer('handover', { ...askedOf(address), days: address.days });
  const copy = async (markdown: string) => {
    try {
      await navigator.clipboard.writeText(markdown);
      setSaid(words.copied);
    } catch {
      setSaid(words.notCopied);
    }
  };
  const name = `handover-${calendarDay(from)}`;
  return (
    <div className={styles.plan}>
      <p className={styles.meaning}>{words.handOverMeaning}</p>
      <Answered result={result}>
        {({ told, markdown, calendar }) => (
          <>
            <div className={styles.actions}>
              <Button kind="primary" onClick={() => copy(markdown)}>
                {words.copyMarkdown}
              </Button>
              <Button onClick={() => save(`${name}.md`, markdown, 'text/markdown')}>{words.saveMarkdown}</Button>
              <Button onClick={() => save(`${name}.ics`, calendar, 'text/calendar')}>{words.saveCalendar}</Button>
              <span role="status">{said}</span>
            </div>
            {told.map(({ title, items }) => (
              <section key={title} className={styles.part}>
                <h3>{title}</h3>
                <LimitedList
                  className={styles.items}
                  limit={ITEMS}
                  items={items.map((item) => ({
                    key: item.map((piece) => piece.text).join(''),
                    content: <AbsencePieces pieces={item} />,
                  }))}
                />
              </section>
            ))}
            <p className={styles.meaning}>{words.keptBy}</p>
            <Command>{`${command} --output handover.md`}</Command>
          </>
        )}
      </Answered>
    </div>
  );
}

function save(name: string, words: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([words], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
