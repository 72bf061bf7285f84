import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FlowPeriod, FlowRelease } from '../../domain/flow.ts';
import type { TrendPoint } from '../../domain/trend.ts';
import { DAY } from '../../domain/window.ts';
import { FlowLines } from './flow-lines.tsx';
import { ReleaseStrip } from './release-strip.tsx';
import { Sparkline } from './sparkline.tsx';

const month = (i: number, median: number | null): FlowPeriod => {
  const spread = {
    known: median === null ? 3 : 30,
    median,
    ninth: median === null ? null : 4 * median,
    level: 'low' as const,
  };
  return {
    since: i * 31 * DAY,
    until: (i + 1) * 31 * DAY,
    isWhole: true,
    changes: 30,
    routes: { pull: 30 },
    waiting: spread,
    leadTime: spread,
    evidence: [],
    evidenceTotal: 0,
    landed: [],
  };
};
const span = { since: 0, until: 150 * DAY };
const runs = (markup: string): number => (markup.match(/<path class="[^"]*median/g) ?? []).length;

describe('lines of the flow', () => {
  const lines = (...medians: (number | null)[]) =>
    renderToStaticMarkup(
      <FlowLines
        title="Waiting"
        what="waiting"
        every="month"
        span={span}
        periods={medians.map((median, i) => month(i, median))}
      />,
    );

  it('are not drawn over a month that is not known', () => {
    const [whole, cut] = [lines(DAY, DAY, DAY, DAY), lines(DAY, DAY, null, DAY, DAY)];
    expect([runs(whole), runs(cut)]).toEqual([1, 2]);
    expect(cut).toContain('March 1970');
    expect(cut).toContain('not enough evidence');
  });

  it('say the last month in words for whoever cannot see them', () => {
    expect(lines(DAY, 3 * DAY)).toMatch(/<desc[^>]*>February 1970: half within 3 days, nine in ten within 12 days/);
  });
});

it('a release of any name is text, and no more of it than there is room for', () => {
  const name = `v1<img src=x onerror=alert(1)>\u202e${'0'.repeat(300)}`;
  const release: FlowRelease = {
    name,
    at: 50 * DAY,
    pause: null,
    isPrerelease: false,
    releaser: { people: [] },
    evidence: [],
  };
  const markup = renderToStaticMarkup(
    <ReleaseStrip title="Releases" releases={[release]} span={span} longestPause={null} />,
  );
  expect(markup).not.toContain('<img');
  expect(markup).not.toContain('\u202e');
});

it('a small line leaves out what has no figure, and marks what is unsure', () => {
  const point = (i: number, figure: number | null, level: 'high' | 'low' | 'none'): TrendPoint => {
    return { since: 0, until: i * 90 * DAY, figure, confidence: { level, because: 'Because.' } };
  };
  const markup = renderToStaticMarkup(
    <Sparkline
      points={[point(1, 4, 'high'), point(2, null, 'none'), point(3, 6, 'low')]}
      kind="count"
      tone="accent"
      title="Landers"
      says="Then & now"
    />,
  );
  expect(markup.match(/<circle/g)).toHaveLength(2);
  expect(markup).not.toContain('<path');
  expect(markup).toContain('aria-label="Landers. Then &amp; now"');
});
