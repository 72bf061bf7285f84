import { describe, expect, it } from 'vitest';
import { readDecision } from './read-decision.ts';
import { numberOfName } from './record-number.ts';
import { resolveDecisions } from './resolve-decisions.ts';

const read = (text: string) => readDecision('docs/adr/0007-use-a-queue.md', text, null);

describe('a record in another language', () => {
  it.each([
    [
      'German',
      '# 7. Warteschlange\n\nDatum: 3. März 2024\n\n## Status\n\nErsetzt durch [ADR-0009](0009-b.md)\n',
      'superseded',
      '2024-03-03',
    ],
    [
      'French',
      '# File d’attente\n\n* Statut : accepté\n* Date : 3 août 2024\n* Décideurs : ada et bo\n',
      'accepted',
      '2024-08-03',
    ],
    ['Spanish', '# Cola\n\n- Estado: Propuesta\n- Fecha: 3 de marzo de 2024\n', 'proposed', '2024-03-03'],
    ['Portuguese', '# Fila\n\n## Situação\n\nRejeitado\n\n## Data\n\n2024-03-03\n', 'rejected', '2024-03-03'],
    ['Chinese', '# 7. 使用队列\n\n日期：2024年3月3日\n\n## 状态\n\n已接受\n', 'accepted', '2024-03-03'],
    [
      'Chinese, superseded',
      '# 使用队列\n\n- 状态：已被 [ADR-0009](0009-b.md) 取代\n- 日期：2024-03-03\n',
      'superseded',
      '2024-03-03',
    ],
    ['Japanese', '# キュー\n\n- ステータス: 承認済み\n- 日付: 2024年3月3日\n', 'accepted', '2024-03-03'],
    ['Russian', '# Очередь\n\n## Статус\n\nПринято\n\n## Дата\n\n2024-03-03\n', 'accepted', '2024-03-03'],
  ])('%s', (_, text, status, date) => {
    expect(read(text)).toMatchObject({ status, date });
    if (status === 'superseded') expect(read(text).supersededBy).toEqual([{ text: 'ADR-0009', target: '0009-b.md' }]);
  });

  it('names its deciders', () => {
    expect(read('# A\n\n* Décideurs : ada et bo\n').deciders).toEqual(['ada', 'bo']);
    expect(read('# A\n\n- Decisores: ada y bo\n').deciders).toEqual(['ada', 'bo']);
  });
});

describe('the day of a status', () => {
  it.each([
    ['## Status\n\nAccepted on 2024-01-02\n', '2024-01-02'],
    ['## Status\n\nAccepted (3 March 2021)\n', '2021-03-03'],
    ['## Status\n\nSuperseded by 20240102-b.md\n', null],
    ['Date: 2020-01-01\n\n## Status\n\nAccepted on 2024-01-02\n', '2020-01-01'],
  ])('%j is %s', (text, date) => {
    expect(read(`# A\n\n${text}`).date).toBe(date);
  });
});

describe('the owner', () => {
  it('is who the record says it is, or its only decider', () => {
    expect(read('---\nowner: ada\ndecision-makers: [bo, cy]\n---\n# A\n').owner).toBe('ada');
    expect(read('# A\n\n* Deciders: bo\n').owner).toBe('bo');
    expect(read('# A\n\n* Deciders: bo, cy\n').owner).toBeNull();
    expect(read('---\nowner: ada and bo\n---\n# A\n').owner).toBeNull();
  });
});

describe('links between decisions', () => {
  const log = (files: Readonly<Record<string, string>>) => {
    const records = Object.entries(files).map(([path, text]) => ({ path, ...readDecision(path, text, null) }));
    return Object.fromEntries(
      resolveDecisions(records).map(({ path, supersedes, supersededBy }) => [
        path,
        [supersedes.map((one) => one.path ?? `?${one.text}`), supersededBy.map((one) => one.path ?? `?${one.text}`)],
      ]),
    );
  };
  const others = { 'adr/0009-no-queue.md': '# 9. No queue\n', 'adr/0010-polling.md': '# 10. Polling\n' };
  const linked = (text: string, path = 'adr/0007-a.md') => log({ ...others, [path]: text })[path];

  it.each([
    ['---\nstatus: superseded by ADR-0009\n---\n', ['adr/0009-no-queue.md']],
    ['---\nstatus: "superseded by [ADR-0009](0009-no-queue.md)"\n---\n', ['adr/0009-no-queue.md']],
    ['---\nsuperseded-by: 9\n---\n', ['adr/0009-no-queue.md']],
    ['---\nsuperseded_by: [ADR-9, adr/0010-polling.md]\n---\n', ['adr/0009-no-queue.md', 'adr/0010-polling.md']],
    ['# A\n\n* Status: superseded by [0009-no-queue](0009-no-queue.md)\n', ['adr/0009-no-queue.md']],
    ['# A\n\n**Superseded by:** [No queue](./0009-no-queue.md#why)\n', ['adr/0009-no-queue.md']],
    ['# A\n\n| Superseded by | [9](/adr/9) |\n', ['adr/0009-no-queue.md']],
    ['# A\n\n## Status\n\nSuperceded by [9. No queue](0009-no-queue.md)\n', ['adr/0009-no-queue.md']],
    [
      '# A\n\n## Status\n\n~~Accepted~~ Superseded by ADR 9 and ADR 10.\n\n## Context\n',
      ['adr/0009-no-queue.md', 'adr/0010-polling.md'],
    ],
    ['# A\n\n## Status\n\n⌛ Superseded by [[0009-no-queue]]\n', ['adr/0009-no-queue.md']],
    ['# A\n\n## Status\n\n**superseded**\n\nBy way of [the middleware](0010-polling.md).\n', ['adr/0010-polling.md']],
    ['# A\n\n## Status\n\nSuperseded by ADR 99\n', ['?ADR 99']],
    ['# A\n\n## Status\n\nSuperseded by https://example.org/docs/adr/0009-no-queue.html\n', []],
    ['# A\n\n## Context\n\nADR 9 was superseded by ADR 10.\n', []],
  ])('%j is superseded by %j', (text, links) => {
    expect(linked(text)).toEqual([[], links]);
  });

  it.each([
    ['# A\n\n## Status\n\nAccepted\n\nSupersedes [9. No queue](0009-no-queue.md)\n'],
    ['# A\n\n## Links\n\n- Supersedes [0009-no-queue](0009-no-queue.md)\n'],
    ['---\nsupersedes:\n  - 0009-no-queue.md\n---\n# A\n'],
    ['---\nsupersedes: "[[0009-no-queue]]"\n---\n# A\n'],
    ['# A\n\n**Supersedes**: ADR 9, the part about retries\n'],
    ['# A\n\n## Context\n\nThis ADR in part supersedes [0009](0009-no-queue.md).\n'],
    ['+++\nsupersedes = ["0009-no-queue.md"]\n+++\n# A\n'],
  ])('%j supersedes the other', (text) => {
    expect(linked(text)).toEqual([['adr/0009-no-queue.md'], []]);
  });

  it('by a number that two files have mean the one that shares a word with them, or none', () => {
    const files = { 'adr/25-remove-papertrail.md': '# A\n', 'adr/25-forms.md': '# B\n' };
    const text = '# Use paper trail\n\n## Status\n\nSuperseded by ADR025\n';
    expect(log({ ...files, 'adr/13-use-paper-trail.md': text })['adr/13-use-paper-trail.md']?.[1]).toEqual([
      'adr/25-remove-papertrail.md',
    ]);
    expect(log({ ...files, 'adr/13-other.md': text })['adr/13-other.md']?.[1]).toEqual(['?ADR025']);
  });

  it.each([
    ['0032-a', '32'],
    ['ADR#0032', '32'],
    ['ADR-001b_Python', '1b'],
    ['2022-03-28_017-udp', '17'],
    ['20201016-slug', null],
    ['2021-07-cloud', null],
    ['use-a-queue', null],
  ])('the number of %j is %s', (name, number) => {
    expect(numberOfName(name)).toBe(number);
  });
});
