import { Copy } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { plain } from '../../domain/plain.ts';
import { text } from '../messages/index.ts';
import styles from './copy-menu.module.css';
import { type Copyable, toCsv, toMarkdown } from './copyable.ts';
import { Menu } from './menu.tsx';
import { hasPicture, pngOf } from './picture.ts';

interface CopyMenuProps {
  readonly copy: Copyable;
  /** Where the drawing stands, for the picture of it. */
  readonly around: RefObject<HTMLElement | null>;
  /** Name of the figure in the address. */
  readonly anchor: string | undefined;
}

/** Takes a figure elsewhere: as text, as a table, as a picture, as a link. */
export function CopyMenu({ copy, around, anchor }: CopyMenuProps) {
  const [said, setSaid] = useState('');
  const tell = async (work: Promise<void>, done: string) => {
    try {
      await work;
      setSaid(done);
    } catch {
      setSaid(text.design.notCopied);
    }
    setTimeout(() => setSaid(''), 2500);
  };
  const write = (words: string) => tell(navigator.clipboard.writeText(words), text.design.copied);
  const picture = async () => {
    const png = around.current === null ? null : await pngOf(around.current, plain(copy.title));
    if (png === null) throw new Error('no drawing');
    return png;
  };
  const items = [
    { label: text.design.asMarkdown, onSelect: () => write(toMarkdown(copy)) },
    { label: text.design.asCsv, onSelect: () => write(toCsv(copy)) },
    {
      label: text.design.saveCsv,
      onSelect: () => tell(save(copy.title, 'csv', new Blob([toCsv(copy)], { type: 'text/csv' })), text.design.saved),
    },
    {
      label: text.design.asPng,
      onSelect: () =>
        tell(navigator.clipboard.write([new ClipboardItem({ 'image/png': picture() })]), text.design.copied),
    },
    {
      label: text.design.savePng,
      onSelect: () =>
        tell(
          picture().then((png) => save(copy.title, 'png', png)),
          text.design.saved,
        ),
    },
    { label: text.design.link, onSelect: () => write(addressOf(anchor)) },
  ];
  const isDrawn = around.current !== null && hasPicture(around.current);
  const shown = isDrawn ? items : items.filter((_, i) => i !== 3 && i !== 4);
  return (
    <div className={styles.copy}>
      <span className={styles.said} role="status">
        {said}
      </span>
      <Menu label={text.design.copyOf(copy.title)} button={<Copy aria-hidden="true" size={15} />} items={shown} />
    </div>
  );
}

function addressOf(anchor: string | undefined): string {
  const address = new URL(window.location.href);
  address.hash = anchor ?? '';
  return address.href;
}

async function save(title: string, ending: string, blob: Blob): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
