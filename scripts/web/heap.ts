import { totalmem } from "node:os";

const MB = 1024 ** 2;
/** The database, the worker, the channels server, the launcher and the system. */
const OTHERS_MB = 1_024;
/** The share of a process's memory that is heap; the rest is code, buffers and stacks. */
const HEAP_SHARE = 0.6;
/** With every page and route loaded, a process uses 360 MB. */
const MIN_MB = 448;
/** With this much the site is as fast as without a limit, under which a process grows to more than a gigabyte. */
const MAX_MB = 640;

/** Returns the heap limit of each web process in megabytes: its share of the memory the other parts leave. */
export function webHeapMegabytes(processes: number, memory = usableMemory()): number {
  const each = (memory / MB - OTHERS_MB) / processes;
  return Math.round(Math.min(MAX_MB, Math.max(MIN_MB, each * HEAP_SHARE)));
}

/** Returns the memory of this machine, or of the container this runs in. */
export function usableMemory(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}
