import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AreaPage } from './pages/area/page.tsx';
import { ChangePage } from './pages/change/page.tsx';
import { DataPage } from './pages/data/page.tsx';
import { FlowPage } from './pages/flow/page.tsx';
import { FortnightPage } from './pages/fortnight/page.tsx';
import { KnowledgePage } from './pages/knowledge/page.tsx';
import { MeasurePage } from './pages/measure/page.tsx';
import { PeoplePage } from './pages/people/page.tsx';
import { ScorecardPage } from './pages/scorecard/page.tsx';
import { Shell } from './shell.tsx';

/** Text alone: what stands in an address is text, and each page makes of its own parts what it needs. */
const searchOf = (search: Record<string, unknown>): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    Object.entries(search).map(([key, value]) => [key, Array.isArray(value) ? value.map(String) : String(value)]),
  );

const root = createRootRoute({ component: Shell, validateSearch: searchOf });
const page = <P extends string>(path: P, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

/** Every page, by its address. */
const routes = root.addChildren([
  page('/', FortnightPage),
  page('/scorecard', ScorecardPage),
  page('/measure/$measure', MeasurePage),
  page('/knowledge', KnowledgePage),
  page('/flow', FlowPage),
  page('/area', AreaPage),
  page('/change', ChangePage),
  page('/people', PeoplePage),
  page('/data', DataPage),
]);

export const router = createRouter({ routeTree: routes, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
