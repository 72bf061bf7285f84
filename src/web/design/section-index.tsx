import { useEffect, useRef, useState } from 'react';
import styles from './section-index.module.css';

interface SectionIndexProps {
  /** What it is, for whoever does not see it. */
  readonly label: string;
  /** In the order of the page. */
  readonly sections: readonly { readonly id: string; readonly label: string }[];
}

/** How far below the top of the window a part counts as being read, in pixels: under the bars, and a little. */
const READING = 180;

/** Where the parts of a long page are: stays in sight, and says which of them is read. */
export function SectionIndex({ label, sections }: SectionIndexProps) {
  const here = useSection(sections.map(({ id }) => id).join(' '));
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where they do not fit beside each other, the one that is read comes into sight; the page itself stays.
    const [box, link] = [list.current, list.current?.querySelector<HTMLElement>('[aria-current]')];
    if (!box || box.scrollWidth <= box.clientWidth) return;
    box.scrollTo({ left: link ? link.offsetLeft - (box.clientWidth - link.offsetWidth) / 2 : 0 });
  });
  return (
    <nav ref={list} className={styles.index} aria-label={label} data-screen="" data-index="">
      {sections.map(({ id, label: name }) => (
        <a key={id} href={`#${id}`} className={styles.link} {...(id === here ? { 'aria-current': 'location' } : {})}>
          {name}
        </a>
      ))}
    </nav>
  );
}

/** The last part that begins above the line of reading; null above all of them. */
function useSection(ids: string): string | null {
  const [here, setHere] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const begun = ids.split(' ').filter((id) => {
        const part = document.getElementById(id);
        return part !== null && part.getBoundingClientRect().top <= READING;
      });
      setHere(begun.at(-1) ?? null);
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, [ids]);
  return here;
}
