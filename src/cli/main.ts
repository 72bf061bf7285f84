#!/usr/bin/env node
// This file must be understood by any Node, however old: it says which one is needed before anything newer is read.
// Therefore no static import, and no syntax that needs one.
const version = process.versions.node.split('.').map(Number);
const major = version[0] || 0;
const minor = version[1] || 0;

if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `fortnight: Fortnight needs Node 22.12 or newer, and this is Node ${process.versions.node}; install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 2;
} else {
  import('./start.ts').then((program) => program.start());
}

export {};
