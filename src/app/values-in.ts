import type { Query } from '../domain/query.ts';

/** The parameters that a text names, with their values, as a text of its own. */
export function valuesIn(sql: string, parameters: Parameters<Query>[1] = {}): string {
  const named = new Set(sql.match(/\$[a-z_]\w*/g));
  return JSON.stringify(
    Object.entries(parameters)
      .filter(([name]) => named.has(`$${name}`))
      .sort(),
  );
}
