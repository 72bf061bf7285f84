import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageHead } from '../design/page-head.tsx';
import { Problem } from '../design/problem.tsx';
import { text } from '../messages/index.ts';

/** A page that threw: the rest of the product still works. */
export function Broken({ error }: { readonly error: unknown }) {
  // The stack is for whoever develops; it stays in the browser.
  useEffect(() => reportError(error), [error]);
  return (
    <>
      <PageHead title={text.shell.broken.title} lead={text.shell.broken.hint} />
      <Problem error={error} />
    </>
  );
}

/** An address that leads to no page. */
export function NotFound() {
  return (
    <>
      <PageHead title={text.shell.notFound.title} />
      <Link to="/">{text.shell.notFound.action}</Link>
    </>
  );
}
