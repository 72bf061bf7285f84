import { Document, isCollection, isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import { EXIT, FortnightError } from '../domain/errors.ts';
import { type MovesPromise, movesPromiseSchema } from '../domain/moves-promise.ts';

/** Larger than any honest promise. */
const MOST_CHARACTERS = 256 * 1024;
const FENCE = '---';

/** A promise as a Markdown file: the front matter is what is read again, the rest is for people and may be changed. */
export function promiseText(promise: MovesPromise, prose: string): string {
  return `${FENCE}\n${frontMatter(promise)}${FENCE}\n\n${prose}`;
}

/** What acts on whoever looks at it instead of being seen: controls, and marks that turn text around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** As YAML. Names are a stranger's: one that holds anything unseen is written with escapes alone. */
function frontMatter(promise: MovesPromise): string {
  const document = new Document(promise);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.search(UNSEEN) >= 0) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 }).replace(UNSEEN, (unseen) => (unseen === '\n' ? unseen : escaped(unseen)));
}

const escaped = (symbol: string): string => {
  const code = symbol.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
};

/** Reads a promise. Refuses whatever is not one, with the file and the line. */
export function readPromise(text: string, file: string): MovesPromise {
  if (text.length > MOST_CHARACTERS) throw wrong(file, null, 'it is too large');
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const end = lines.indexOf(FENCE, 1);
  if (lines[0]?.replace(/^\uFEFF/, '') !== FENCE) throw wrong(file, 1, 'it does not begin with ---');
  if (end < 0) throw wrong(file, 1, 'the front matter does not end with ---');
  const counter = new LineCounter();
  // The fence is kept as a comment, so that lines count as they do in the file.
  const document = parseDocument(['#', ...lines.slice(1, end)].join('\n'), { lineCounter: counter });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw wrong(file, counter.linePos(fault.pos[0]).line, fault.message.split('\n')[0] ?? '');
  visit(document, {
    Alias(_, { range }) {
      throw wrong(file, counter.linePos(range?.[0] ?? 0).line, 'it has an alias');
    },
  });
  const found = movesPromiseSchema.safeParse(document.toJS() as unknown);
  if (found.success) return found.data;
  const issue = found.error.issues[0];
  const path = issue?.path ?? [];
  const what = path.length > 0 ? `${path.join('.')}: ${issue?.message}` : (issue?.message ?? 'it is no promise');
  throw wrong(file, lineOf(document, counter, path), what);
}

function lineOf(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const start = isScalar(node) || isCollection(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return counter.linePos(start).line;
  }
  return 1;
}

const wrong = (file: string, line: number | null, what: string) =>
  new FortnightError(
    'invalid-promise',
    `${file}${line === null ? '' : `:${line}`} is no kept promise: ${what.replace(/\.$/, '')}.`,
    {
      hint: 'Mend that line, or keep the moves anew with: fortnight moves keep.',
      exitCode: EXIT.usage,
    },
  );
