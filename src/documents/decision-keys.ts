import { dateIn } from './dates.ts';
import type { DecisionParts } from './decision-parts.ts';

/** Names under which a record says who decides. */
export const DECIDER_KEYS = new Set(
  'deciders|decider|decision makers|decision maker|decisionmakers|decided by|decision taken by|approvers|approved by|entscheider|entscheidungsträger|entschieden von|décideurs|décideur|décidé par|decisores|tomadores de decisão|responsables de la decisión|decisori|besluitvormers|决策者|決策者|决策人|意思決定者'.split(
    '|',
  ),
);
/** The better ones first: when it was decided rather than when the text was last touched. */
export const DATE_KEYS: readonly string[] =
  'date|decision date|date decided|decided|decided on|date accepted|accepted on|approved on|datum|entscheidungsdatum|date de décision|fecha|fecha de decisión|data|data da decisão|дата|日期|决策日期|日付|決定日|created|created on|creation date|erstellt|date created|创建日期|last updated|last update|updated|last modified|letzte aktualisierung'.split(
    '|',
  );

/**
 * The date a record gives under the best of the names there are, and that name. Null when it gives none that is clear.
 */
export function datesIn(
  { matter, outline: { sections }, fields }: DecisionParts,
  near: number | null,
): { readonly key: string; readonly date: string } | null {
  for (const key of DATE_KEYS) {
    const given = [
      ...(matter.get(key) ?? []),
      ...fields.filter((field) => field.key === key).flatMap(({ values }) => values.map(({ text }) => text)),
      ...sections
        .filter((section) => section.key === key)
        .map((section) => section.lines.find((line) => line.trim() !== '') ?? ''),
    ];
    for (const text of given) {
      const date = dateIn(text, near);
      if (date !== null) return { key, date };
    }
  }
  return null;
}

/** Up to this one they say when it was decided; the others when the text was begun or last touched. */
const DECIDED = DATE_KEYS.indexOf('created');

/** The name under which a record says when it was decided, or would, had somebody filled it in. */
export function dateFieldOf({ matter, outline: { sections }, fields }: DecisionParts): string | null {
  return (
    DATE_KEYS.slice(0, DECIDED).find(
      (key) =>
        matter.has(key) ||
        fields.some((field) => field.key === key && field.values.length > 0) ||
        sections.some(
          (section) => section.level > 0 && section.key === key && section.lines.some((line) => line.trim() !== ''),
        ),
    ) ?? null
  );
}
