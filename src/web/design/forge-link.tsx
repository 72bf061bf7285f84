import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../messages/index.ts';
import styles from './forge-link.module.css';

/** A link out, to an address the server built; anything but http(s) is only text. */
export function ForgeLink({ url, children }: { readonly url: string | null; readonly children: ReactNode }) {
  if (url === null || !/^https?:\/\//i.test(url)) return <>{children}</>;
  return (
    <a className={styles.link} href={url} target="_blank" rel="noreferrer noopener">
      {children}
      <ExternalLink aria-hidden="true" size={12} className={styles.icon} />
      <span className="only-read"> ({text.design.opensElsewhere})</span>
    </a>
  );
}
