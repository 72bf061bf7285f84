/**
 * What the demonstration's repository is made from, as the first half of the SHA-256 of its stream. It names the folder
 * in which the repository rests, so that a changed simulation makes another; the test says which it has become.
 */
export const DEMO_ID = '2656118358e96b1bcc0d7d62db393efc';
