import { createContext } from 'react';

/**
 * Whether there is something to ask. Told by the shell, once the session is known: where there is no repository, no scan
 * yet, or no way in, a page asks nothing.
 */
export const Askable = createContext(false);
