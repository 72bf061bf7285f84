import { describe, expect, it } from 'vitest';
import { hasBrowser } from './show-in-browser.ts';

describe('a browser that is started here would be seen', () => {
  it('at a screen', () => {
    expect(hasBrowser({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasBrowser({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect([hasBrowser({}, 'darwin'), hasBrowser({}, 'win32')]).toEqual([true, true]);
  });

  it('but not without one, in CI, through SSH, or on a system whose opener is not known', () => {
    expect(hasBrowser({ DISPLAY: '' }, 'linux')).toBe(false);
    expect(hasBrowser({ CI: 'true' }, 'darwin')).toBe(false);
    expect(hasBrowser({ DISPLAY: ':0', SSH_CONNECTION: '1.2.3.4' }, 'linux')).toBe(false);
    expect(hasBrowser({ SSH_TTY: '/dev/pts/1' }, 'darwin')).toBe(false);
    expect(hasBrowser({ DISPLAY: ':0' }, 'aix')).toBe(false);
  });
});
