/** The line a shell's completion script calls: `fortnight complete -- words so far`. */
export const isCompletionRequest = (argv: readonly string[]): boolean => argv[0] === 'complete' && argv[1] === '--';
