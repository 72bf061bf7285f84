/**
 * What the demonstration's repository is made from, as the first half of the SHA-256 of its stream. It names the folder
 * in which the repository rests, so that a changed simulation makes another; the test says which it has become.
 */
export const DEMO_ID = '631161ceb88a469c7698da16b1799246';
