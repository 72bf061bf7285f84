import { Link, Outlet } from '@tanstack/react-router';
import { text } from './messages/index.ts';

/** What stands around every page. */
export function Shell() {
  return (
    <>
      <header>
        <nav aria-label={text.shell.pages}>
          <Link to="/">{text.shell.fortnight}</Link> <Link to="/scorecard">{text.shell.scorecard}</Link>{' '}
          <Link to="/knowledge">{text.shell.knowledge}</Link> <Link to="/flow">{text.shell.flow}</Link>{' '}
          <Link to="/people">{text.shell.people}</Link> <Link to="/data">{text.shell.data}</Link>
        </nav>
      </header>
      <main>
        <Outlet />
      </main>
    </>
  );
}
