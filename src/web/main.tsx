import './client/arrive.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './design/index.css';
import { queries } from './client/queries.ts';
import { askAhead } from './client/use-session.ts';
import { router } from './router.tsx';
import { applyTheme } from './shell/theme.ts';

applyTheme();
askAhead(window.location.search);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
