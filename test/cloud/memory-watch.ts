import { readFileSync } from 'node:fs';

const LOOK_EVERY_MILLISECONDS = 50;

export interface MemoryWatch {
  /** Largest resident memory so far, in megabytes of 2^20 bytes as Lambda counts them. */
  peakMegabytes(): number;
  stop(): void;
}

/**
 * Watches the resident memory of a process with all its threads. The kernel keeps the high-water mark, so that nothing
 * between two looks is missed.
 *
 * @param onTooMuch is called once, when the peak is above the limit
 */
export function watchMemory(pid: number, limitMegabytes: number, onTooMuch: () => void): MemoryWatch {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, readPeak(pid) ?? 0);
    if (peak <= limitMegabytes) return;
    clearInterval(timer);
    onTooMuch();
  };
  const timer = setInterval(look, LOOK_EVERY_MILLISECONDS);
  timer.unref();
  return {
    peakMegabytes() {
      look();
      return peak;
    },
    stop: () => clearInterval(timer),
  };
}

/** @returns undefined when the process is gone */
function readPeak(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
