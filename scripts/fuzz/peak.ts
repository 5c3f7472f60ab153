import { readFileSync, writeFileSync } from 'node:fs';

/** Begins the peak of memory anew, where the system can: what came before is then not in it. */
export function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere than on Linux the peak is that of the whole process.
  }
}

/** The most memory that this process has held, in megabytes. */
export function peakMegabytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024);
  }
}

const resident = (pid: string) => {
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** Watches what this process and those that it has started hold together; gives the most seen, in megabytes. */
export function watchMemory(): () => number {
  let most = 0;
  const look = () => {
    try {
      const started = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
      most = Math.max(
        most,
        ['self', ...started].reduce((sum, pid) => sum + resident(pid), 0),
      );
    } catch {
      most = peakMegabytes();
    }
  };
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    return Math.round(Math.max(most, peakMegabytes()));
  };
}
