/**
 * An answer as JSON text: two-space indents, keys in the order of the schema that made it. Characters that a terminal
 * would obey or hide (JSON alone leaves C1 controls and bidirectional controls as they are) are written as escapes;
 * what a program reads is unchanged.
 */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(UNSEEN, escapeUnits)}\n`;
}

const UNSEEN = /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

function escapeUnits(symbol: string): string {
  let out = '';
  for (let i = 0; i < symbol.length; i += 1) out += `\\u${symbol.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return out;
}
