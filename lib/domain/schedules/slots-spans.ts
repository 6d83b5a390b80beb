/** A half-open stretch of time in epoch milliseconds. */
export type Span = { start: number; end: number };

/** Ascending, with whatever touches or overlaps joined. Sorts the list and reuses the objects it is given. */
export function mergeSpans(spans: Span[]): Span[] {
  spans.sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  let last: Span | undefined;
  for (const span of spans) {
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push((last = span));
  }
  return merged;
}

/** What is left of merged spans outside merged holes. */
export function subtractSpans(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const left: Span[] = [];
  let first = 0;
  for (const span of spans) {
    let start = span.start;
    while ((holes[first]?.end ?? Infinity) <= start) first++;
    for (let index = first; start < span.end; index++) {
      const hole = holes[index];
      const end = Math.min(span.end, hole?.start ?? Infinity);
      if (end > start) left.push({ start, end });
      start = Math.max(start, hole?.end ?? Infinity);
    }
  }
  return left;
}
