import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AreaLink } from './area-link.tsx';
import { Blocks } from './blocks.tsx';
import { LineChart } from './charts/line-chart.tsx';
import { DataTable } from './data-table.tsx';
import { FigureCard } from './figure-card.tsx';
import { ForgeLink } from './forge-link.tsx';
import { LimitedList } from './limited-list.tsx';
import { Names } from './names.tsx';
import { Said } from './said.tsx';
import { ShareBar } from './share-bar.tsx';
import { Sure } from './sure.tsx';
import { type Surface, SurfaceProvider } from './surface.tsx';

const paper = (children: ReactNode): string => renderToStaticMarkup(children);
const PAGE: Surface = { kind: 'page', To: ({ children }) => <a href="/x">{children}</a>, Evidence: () => null };
const page = (children: ReactNode): string =>
  renderToStaticMarkup(<SurfaceProvider value={PAGE}>{children}</SurfaceProvider>);
const COPY = { title: 'Gate', columns: [{ label: 'Area', align: 'left' as const }], rows: [['src']] };

describe('on paper', () => {
  test('a figure has heading, meaning, how sure and why, and nothing to press', () => {
    const html = paper(
      <FigureCard title="Gate" meaning="Who lands." sure={{ level: 'low', because: 'Only 7 changes.' }} copy={COPY}>
        <AreaLink repository="r" area="src/core" />
      </FigureCard>,
    );
    for (const words of ['<h2', 'Gate', 'Who lands.', 'unsure', 'Only 7 changes.', 'src/core'])
      expect(html).toContain(words);
    expect(html).not.toMatch(/<button|<a |popover/);
  });

  test('a table is whole, however many rows the page would show', () => {
    const rows = ['a', 'b', 'c', 'd'].map((key) => ({ key, cells: { key } }));
    const table = <DataTable caption="Areas" columns={[{ key: 'key', label: 'Area' }]} rows={rows} limit={2} />;
    expect(paper(table).match(/<tr>/g)).toHaveLength(5);
    expect(page(table).match(/<tr>/g)).toHaveLength(3);
    expect(page(table)).toContain('Show all 4');
  });

  test('a list is whole too, and plain where it is short', () => {
    const items = ['a', 'b', 'c', 'd'].map((key) => ({ key, content: key }));
    const list = (limit: number) => <LimitedList items={items} limit={limit} />;
    expect(paper(list(2)).match(/<li>/g)).toHaveLength(4);
    expect(page(list(2)).match(/<li>/g)).toHaveLength(2);
    expect(page(list(2))).toContain('Show all 4');
    expect(page(list(4))).not.toContain('<button');
  });

  test('a chart is drawn and told: title, description and a table in which a gap is said', () => {
    const points = [
      { at: 0, value: 0.4, low: 0.3, high: 0.5 },
      { at: 86_400 * 31, value: null },
    ];
    const html = paper(
      <LineChart
        title="Gate over time"
        series={[{ label: 'Gate', tone: 'alone', points }]}
        format={(v) => `${v * 100}%`}
      />,
    );
    expect(html).toMatch(/<svg[^>]* role="img"/);
    expect(html).toContain('Gate over time</title>');
    expect(html).toContain('40% (30–50%)');
    expect(html).toContain('not enough evidence');
    expect(html).not.toContain('<input');
  });
});

describe('text of a stranger', () => {
  test('is isolated, escaped, and shows its controls instead of obeying them', () => {
    expect(paper(<Said>{'<b>a\u202Egpj.exe\u0007</b>'}</Said>)).toBe('<bdi>&lt;b&gt;a\u{FFFD}gpj.exe␇&lt;/b&gt;</bdi>');
  });

  test('leads nowhere but by http', () => {
    expect(paper(<ForgeLink url="javascript:alert(1)">x</ForgeLink>)).toBe('x');
    expect(paper(<ForgeLink url="https://example.org/c/1">x</ForgeLink>)).toContain('rel="noreferrer noopener"');
  });

  test('stays text in every block of a page', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const html = paper(
      <Blocks
        page={{
          blocks: [
            { kind: 'headline', left: evil, right: evil },
            { kind: 'facts', rows: [{ label: evil, value: evil }] },
            { kind: 'list', items: [evil] },
            {
              kind: 'section',
              title: evil,
              sure: 'high',
              blocks: [{ kind: 'text', text: { text: evil, tone: 'command' } }],
            },
            {
              kind: 'table',
              columns: [{ label: evil, align: 'left', overflow: 'wrap' }],
              rows: [[evil], [{ bar: 0.4 }]],
            },
          ],
        }}
      />,
    );
    expect(html).not.toContain('<img');
    expect(html.split('&lt;img').length - 1).toBe(9);
  });
});

describe('people', () => {
  test('stand in alphabetical order and once, whatever order they came in', () => {
    const html = paper(<Names names={['Zoë', 'Ada', 'Zoë', 'Émile']} />).replace(/<[^>]+>/g, '');
    expect(html).toBe('Ada, Émile, Zoë');
  });

  test('are said to be nobody when there are none', () => {
    expect(paper(<Names names={[]} />)).toContain('nobody');
  });
});

describe('a share', () => {
  test('is told with interval and count', () => {
    const html = paper(<ShareBar share={{ share: 0.43, low: 0.31, high: 0.56, of: 118 }} />).replace(/<[^>]+>/g, '');
    expect(html).toBe('43% (31–56%) of 118');
  });

  test('is as sure as words say, not as colour says', () => {
    expect(page(<Sure confidence={{ level: 'none', because: 'Nothing landed.' }} />)).toContain('not enough evidence');
  });
});
