/** What a value of ours may hold: lengths, colours, custom properties. Anything else is dropped. */
const HARMLESS = /^[-\w\s:;.,%()#+*/]*$/;

/**
 * Moves style attributes, which the policy of the report forbids, into a style sheet. `html` is what React wrote: in it
 * quotes and angle brackets of texts are escaped, so nothing else looks like an attribute.
 */
export function withoutStyleAttributes(html: string): { readonly html: string; readonly css: string } {
  const rules = new Map<string, number>();
  const moved = html.replace(/(<[a-z][^<>]*?) style="([^"]*)"/g, (_, before: string, style: string) => {
    if (!HARMLESS.test(style)) return before;
    const number = rules.get(style) ?? rules.size + 1;
    rules.set(style, number);
    return `${before} data-s="${number}"`;
  });
  const css = [...rules].map(([style, number]) => `\n:root [data-s="${number}"]{${style}}`).join('');
  return { html: moved, css };
}
