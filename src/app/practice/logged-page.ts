/** Alone, so that whoever logs something does not load every other page. */
export { loggedPage } from '../../report/logged.ts';
