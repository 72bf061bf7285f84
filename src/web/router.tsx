import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { parseSearch, printSearch, type Search } from './client/search.ts';
import { Broken, NotFound } from './shell/broken.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>) => search as Search,
});

/** A page whose code is fetched when somebody goes there, or is about to. */
const page = <P extends string, N extends string>(
  path: P,
  load: () => Promise<Record<N, () => React.ReactNode>>,
  name: N,
) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) });

/** Every page, by its address. */
const routes = root.addChildren([
  page('/', () => import('./pages/fortnight/page.tsx'), 'FortnightPage'),
  page('/scorecard', () => import('./pages/scorecard/page.tsx'), 'ScorecardPage'),
  page('/measure/$measure', () => import('./pages/measure/page.tsx'), 'MeasurePage'),
  page('/knowledge', () => import('./pages/knowledge/page.tsx'), 'KnowledgePage'),
  page('/flow', () => import('./pages/flow/page.tsx'), 'FlowPage'),
  page('/area', () => import('./pages/area/page.tsx'), 'AreaPage'),
  page('/change', () => import('./pages/change/page.tsx'), 'ChangePage'),
  page('/people', () => import('./pages/people/page.tsx'), 'PeoplePage'),
  page('/week', () => import('./pages/week/page.tsx'), 'WeekPage'),
  page('/decisions', () => import('./pages/decisions/page.tsx'), 'DecisionsPage'),
  page('/delegations', () => import('./pages/delegations/page.tsx'), 'DelegationsPage'),
  page('/coding', () => import('./pages/coding/page.tsx'), 'CodingPage'),
  page('/journal', () => import('./pages/journal/page.tsx'), 'JournalPage'),
  page('/records/$kind', () => import('./pages/records/page.tsx'), 'RecordsPage'),
  page('/record', () => import('./pages/record/page.tsx'), 'RecordPage'),
  page('/data', () => import('./pages/data/page.tsx'), 'DataPage'),
]);

export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  parseSearch,
  stringifySearch: printSearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
