import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import type { HtmlReport, RenderReport } from '../../domain/html-report.ts';
import { type Surface, SurfaceProvider } from '../design/surface.tsx';
import { text } from '../messages/index.ts';
import '../design/index.css';
import { ReportDocument } from './document.tsx';
import { EvidenceLists } from './evidence-lists.tsx';
import { neededFonts } from './needed-fonts.ts';
import styles from './report.module.css';
import { Section } from './section.tsx';
import { withoutStyleAttributes } from './style-attributes.ts';

/** The style sheet of everything above; the build puts it here. */
const STYLES = '__STYLES__';

/** The report as one file: no script, nothing loaded, every text of a repository escaped by React. */
export const renderReport: RenderReport = (report, limits) => {
  const lists = new EvidenceLists(report.evidence, limits);
  const surface: Surface = { kind: 'report', To: ({ children }) => <>{children}</>, Evidence: lists.Evidence };
  const document = renderToStaticMarkup(
    <SurfaceProvider value={surface}>
      <ReportDocument report={report} limits={limits} />
    </SurfaceProvider>,
  );
  const evidence = renderToStaticMarkup(
    <SurfaceProvider value={surface}>
      <Section id="evidence" title={text.report.evidence}>
        <p>{text.report.evidenceLead}</p>
        <div className={styles.lists}>{lists.print()}</div>
      </Section>
    </SurfaceProvider>,
  );
  const { html, css } = withoutStyleAttributes(scalable(`<main>${document}${evidence}</main>`));
  return page(titleOf(report), html, neededFonts(STYLES, html) + css);
};

/** A drawing of a fixed size can be made to fit a sheet or a telephone once it says what it shows in that size. */
function scalable(html: string): string {
  return html.replace(/<svg\b[^<>]*>/g, (tag) => {
    const [, width] = /\swidth="(\d+)"/.exec(tag) ?? [];
    const [, height] = /\sheight="(\d+)"/.exec(tag) ?? [];
    if (width === undefined || height === undefined || /\sviewBox=/.test(tag)) return tag;
    return tag.replace('<svg', `<svg viewBox="0 0 ${width} ${height}"`);
  });
}

const titleOf = ({ absence }: HtmlReport): string => text.report.title(absence.repositories.join(', '));

function page(title: string, body: string, styles: string): string {
  const hash = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
  const head = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta httpEquiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
    </>,
  );
  return `<!doctype html>\n<!-- Fortnight report -->\n<html lang="en">\n<head>${head}\n<style>${styles}</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}
