import type { DecisionMention } from '../../documents/decision-links.ts';
import { type DecisionEdit, type DecisionLink, editDecision } from '../../documents/edit-decision.ts';
import type { MatterChanges, MatterValue } from '../../documents/edit-front-matter.ts';
import { editMatter, readMatter } from '../../documents/edit-front-matter.ts';
import { readDecision } from '../../documents/read-decision.ts';
import { FortnightError } from '../../domain/errors.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import type { Dialect } from '../dialect.ts';

const STATUSES = decisionKind.states.map(({ word }) => word);

/** How decision records are read, whoever wrote them, and how status, date and links are changed where they stand. */
export const decisionDialect: Dialect = {
  read(name, text, matter) {
    const found = readDecision(name, text, null);
    const { title, date, deciders, affects, owner } = found;
    const status = isAbandoned(found.statusText) ? 'abandoned' : found.status;
    const supersedes = found.supersedes.map(nameOf);
    const [successor] = found.supersededBy.map(nameOf);
    const saysOwner = matter.fields.some(({ key }) => key === 'owner');
    return {
      title,
      fields: {
        ...(status === null ? {} : { status }),
        ...(date?.length === 10 ? { date } : {}),
        ...(deciders.length === 0 ? {} : { 'decision-makers': deciders }),
        ...(owner === null || saysOwner ? {} : { owner }),
        ...(affects.length === 0 ? {} : { affects }),
        ...(supersedes.length === 0 ? {} : { supersedes }),
        ...(successor === undefined ? {} : { 'superseded-by': successor }),
      },
    };
  },
  edit(name, text, { title, fields }) {
    const { status, date, supersedes, 'superseded-by': successor, ...others } = fields;
    const found = readDecision(name, text, null);
    const isSuperseded = (status ?? found.status) === 'superseded';
    const change: DecisionEdit = {
      ...(isStatus(status) ? { status } : {}),
      ...(typeof successor === 'string' && isSuperseded
        ? { status: 'superseded' as const, supersededBy: linkOf(successor) }
        : {}),
      ...(typeof date === 'string' ? { date } : {}),
    };
    const edited = withSupersedes(name, editDecision(name, text, change), supersedes);
    const hasKey = (key: string) => readMatter(edited).fields.some((field) => field.key === key);
    const rest: MatterChanges = {
      ...others,
      ...(date === null ? { date } : {}),
      ...((typeof successor === 'string' && !isSuperseded) || (successor === null && hasKey('superseded-by'))
        ? { 'superseded-by': successor }
        : {}),
    };
    return { text: edited, title, fields: rest };
  },
};

/** Adds what is new; takes away only where front matter says it, for prose is the author's. */
function withSupersedes(name: string, text: string, wanted: MatterValue | null | undefined): string {
  if (wanted === undefined) return text;
  const names = Array.isArray(wanted) ? wanted.filter((one) => typeof one === 'string') : [];
  if (readMatter(text).fields.some(({ key }) => key === 'supersedes')) {
    return editMatter(text, { supersedes: names.length === 0 ? null : names });
  }
  const there = readDecision(name, text, null).supersedes.map(nameOf);
  if (there.some((one) => !names.includes(one))) {
    throw new FortnightError('not-editable', `What ${name} supersedes stands in its prose, and was left as it is.`, {
      hint: 'Take it out of the text by hand.',
    });
  }
  return editDecision(name, text, { supersedes: names.filter((one) => !there.includes(one)).map(linkOf) });
}

/** Abandoned and withdrawn alike: nobody decided against it. */
const isAbandoned = (statusText: string | null): boolean =>
  /^[^\p{L}]*(?:status\s*:\s*)?(?:abandoned|withdrawn)/iu.test(statusText ?? '');

function isStatus(value: unknown): value is NonNullable<DecisionEdit['status']> {
  return typeof value === 'string' && STATUSES.includes(value);
}

/** The name of the file where the text gives one, else what it shows. */
function nameOf({ text, target }: DecisionMention): string {
  const name = target?.replace(/[#?].*$/, '').replace(/^.*\//, '') ?? '';
  return name === '' ? text : decoded(name);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const linkOf = (file: string): DecisionLink => ({
  target: file,
  title: file.replace(/^.*\//, '').replace(/\.mdx?$/i, ''),
});
