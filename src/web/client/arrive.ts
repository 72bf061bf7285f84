import { enter } from './entry.ts';

// Imported first of all: the router must never see the token in the address.
enter();
