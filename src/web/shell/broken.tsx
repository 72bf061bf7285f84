import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageHead } from '../design/page-head.tsx';
import { Problem } from '../design/problem.tsx';
import { text } from '../messages/index.ts';
import { Gone } from './shut-out.tsx';

/** What browsers and the bundler say when the code of a page did not come. */
const NOT_FETCHED = /dynamically imported module|module script failed|Unable to preload|Load failed/i;

/** How often a server that went away is looked for, in milliseconds. */
const LOOK_AGAIN = 2500;

/** A page that threw: the rest of the product still works. */
export function Broken({ error }: { readonly error: unknown }) {
  if (error instanceof Error && NOT_FETCHED.test(error.message)) return <Missing />;
  return <Defect error={error} />;
}

function Defect({ error }: { readonly error: unknown }) {
  // The stack is for whoever develops; it stays in the browser.
  useEffect(() => reportError(error), [error]);
  return (
    <>
      <PageHead title={text.shell.broken.title} lead={text.shell.broken.hint} />
      <Problem error={error} />
    </>
  );
}

/** The server is away, or is a newer one with other files: once it answers, all of the page is loaded anew. */
function Missing() {
  const look = () => {
    fetch('/', { cache: 'no-store' }).then(
      () => window.location.reload(),
      () => undefined,
    );
  };
  useEffect(() => {
    const timer = setInterval(look, LOOK_AGAIN);
    return () => clearInterval(timer);
  });
  return <Gone onAgain={look} />;
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
