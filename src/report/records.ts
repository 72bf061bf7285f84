import {
  type Block,
  command,
  type Inline,
  type Page,
  type PageColumn,
  quiet,
  strong,
  textBlock,
} from '../domain/page.ts';
import type { RecordData, RecordVersion } from '../domain/records/entry.ts';
import type { RecordKind } from '../domain/records/kind.ts';
import type { RecordAnswer, RecordList } from '../domain/records/record-answer.ts';
import { calendarDay, counted, numeral } from '../domain/words.ts';
import { NOTHING } from './figures.ts';

/** Records of one kind, a line each: what opens them is their name. */
export function recordListPage(kind: RecordKind, { records, more, unreadable }: RecordList): Page {
  const due = kind.days[0]?.key;
  const column = (label: string, overflow: PageColumn['overflow']): PageColumn => ({ label, align: 'left', overflow });
  const known = records.length + more;
  const blocks: Block[] = [
    { kind: 'headline', left: strong(upper(kind.many)), right: quiet(counted(known, kind.one, kind.many)) },
  ];
  if (records.length > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        column(kind.one, 'wrap'),
        column('name', 'elide'),
        column('state', 'elide'),
        ...(due === undefined ? [] : [column(label(due), 'elide')]),
      ],
      rows: records.map((record) => [
        titleOf(record),
        quiet(record.id),
        stateOf(record),
        ...(due === undefined ? [] : [textOf(record.fields[due])]),
      ]),
    });
  } else {
    blocks.push(
      textBlock(known === 0 ? [`There is no ${kind.one} yet. `, quiet(kind.meaning)] : `None of them is open.`),
    );
  }
  const hints: (string | ReturnType<typeof quiet>)[] = [];
  if (more > 0)
    hints.push(quiet(`${numeral(more)} more: `), command(`fortnight ${kind.command} list --all`), quiet(' · '));
  hints.push(quiet('open one: '), command(`fortnight ${kind.command} show NAME`));
  if (known > 0) blocks.push(textBlock(hints));
  const faulty = records.filter(({ problems }) => problems.length > 0);
  if (faulty.length > 0) blocks.push(...problemsSection(faulty));
  if (unreadable.length > 0) {
    blocks.push(
      section('What cannot be read', [{ kind: 'list', items: unreadable.map(({ path, why }) => `${path}: ${why}`) }]),
    );
  }
  return { blocks };
}

/** One record: its fields with their names, its sections, its history. */
export function recordPage(kind: RecordKind, { deed, record, history }: RecordAnswer): Page {
  const fields = Object.keys(kind.fields).filter((key) => key !== 'status' && record.fields[key] !== undefined);
  return {
    blocks: [
      ...(deed === 'shown' ? [] : [textBlock(DEEDS[deed])]),
      { kind: 'headline', left: strong(record.title), right: quiet(`${kind.one} · ${stateText(record)}`) },
      {
        kind: 'facts',
        rows: [
          ...fields.map((key) => ({ label: label(key), value: textOf(record.fields[key]) })),
          { label: 'name', value: quiet(record.id) },
          { label: 'file', value: quiet(record.path) },
        ],
      },
      ...record.sections
        .filter(({ text }) => text.trim() !== '')
        .map(({ heading, text }): Block => section(heading, paragraphs(text))),
      ...(record.problems.length > 0 ? problemsSection([record]) : []),
      ...historySection(history),
    ],
  };
}

const DEEDS = { written: 'Written.', changed: 'Changed.', same: 'It said so already; nothing was written.' } as const;

const section = (title: string, blocks: readonly Block[]): Block => ({ kind: 'section', title, sure: null, blocks });
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const label = (key: string): string => key.replaceAll('-', ' ');
const titleOf = ({ title, id }: RecordData): string => (title === '' ? id : title);
const stateText = ({ status }: RecordData): string => status ?? 'state not known';
const stateOf = (record: RecordData): Inline =>
  record.status === null ? { text: 'not known', tone: 'warn' } : record.isOpen ? record.status : quiet(record.status);

/** A value of a field in words. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return NOTHING;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(textOf).join(typeof value[0] === 'object' ? '; ' : ', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, one]) => `${label(key)} ${textOf(one)}`)
      .join(', ');
  }
  return String(value);
}

/** Markdown of a person as lines of text: what it would become in a browser is not asked. */
function paragraphs(text: string): Block[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((paragraph): Block[] => {
      const lines = paragraph.split('\n').map((line) => line.trim());
      const isList = lines.every((line) => /^[-*+] /.test(line));
      return isList ? [{ kind: 'list', items: lines.map((line) => line.slice(2)) }] : [textBlock(lines.join(' '))];
    });
}

function problemsSection(records: readonly RecordData[]): Block[] {
  const items = records.flatMap(({ path, problems }) =>
    problems.map(({ line, key, message }) => `${path}:${line}: ${key === null ? '' : `${key}: `}${message}`),
  );
  return [section('What is not valid', [{ kind: 'list', items }])];
}

/** When it stood where. Who wrote it down is in the repository; here nobody is counted. */
function historySection(history: readonly RecordVersion[]): Block[] {
  if (history.length === 0) return [];
  const rows = history.map(({ at, status, commit }) => [
    calendarDay(at),
    status ?? NOTHING,
    quiet(commit.slice(0, 10)),
  ]);
  const column = (name: string): PageColumn => ({ label: name, align: 'left', overflow: 'elide' });
  return [section('History', [{ kind: 'table', columns: [column('day'), column('state'), column('commit')], rows }])];
}
