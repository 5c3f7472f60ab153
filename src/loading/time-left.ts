/**
 * How long a piece of work will still take, in words, by how long it has taken so far. Null while too little is done to
 * say so: a wrong number is worse than none.
 *
 * @param part how much of it is done, from 0 to 1
 */
export function timeLeft(elapsedMs: number, part: number): string | null {
  if (part < 0.1 || part >= 1 || elapsedMs < 2000) return null;
  const seconds = ((elapsedMs / part) * (1 - part)) / 1000;
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.ceil(seconds / 10) * 10} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes === 1 ? 'a minute' : `${minutes} minutes`} left`;
  const hours = Math.round(minutes / 60);
  return `about ${hours === 1 ? 'an hour' : `${hours} hours`} left`;
}
