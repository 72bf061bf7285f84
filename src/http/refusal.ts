/** Why a request is not answered: what is wrong, and what to do about it. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 431 | 500 | 503;
  /** Stable, kebab-case, for programs. */
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** Makes a refusal; the hint says what to do. */
export function refusal(status: Refusal['status'], code: string, message: string, hint: string | null = null): Refusal {
  return { status, code, message, hint };
}

/** As a program reads it. */
export function refusalJson({ code, message, hint }: Refusal): string {
  return JSON.stringify({ error: { code, message, hint } });
}

/** As a person reads it who opened an address by hand: a page without script, style or link. */
export function refusalPage({ message, hint }: Refusal): string {
  const said = [message, hint].filter((text) => text !== null).map((text) => `<p>${escaped(text)}</p>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fortnight</title><h1>Fortnight</h1>${said.join('')}</html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
