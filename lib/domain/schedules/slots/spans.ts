/** A half-open stretch of time in epoch milliseconds. */
export type Span = { start: number; end: number };

/** Merges spans that touch or overlap, ascending. Sorts the list and reuses its objects. */
export function mergeSpans<T extends Span>(spans: T[]): T[] {
  spans.sort((a, b) => a.start - b.start);
  const merged: T[] = [];
  let last: T | undefined;
  for (const span of spans) {
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push((last = span));
  }
  return merged;
}

/** Subtracts merged holes from merged spans; each piece keeps its span's other fields. */
export function subtractSpans<T extends Span>(spans: readonly T[], holes: readonly Span[]): T[] {
  const left: T[] = [];
  let first = 0;
  for (const span of spans) {
    let start = span.start;
    while ((holes[first]?.end ?? Infinity) <= start) first++;
    for (let index = first; start < span.end; index++) {
      const hole = holes[index];
      const end = Math.min(span.end, hole?.start ?? Infinity);
      if (end > start) left.push({ ...span, start, end });
      start = Math.max(start, hole?.end ?? Infinity);
    }
  }
  return left;
}
