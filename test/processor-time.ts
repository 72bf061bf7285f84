/**
 * Milliseconds of processor this process has used. Limits on it tell a slow algorithm from a busy machine, which limits on
 * the clock cannot.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
