/** Arrivals or departures within one stretch: how many, and the sum of their times in seconds since the first edge. */
export type Movement = { n: number; count: number; seconds: number };

/**
 * Returns how many beds were occupied on average in each stretch between two edges (ascending, at least two), from the
 * arrivals, the departures and the number at the end. Exact: half a stretch counts half.
 */
export function averageTaken(
  edges: readonly Date[],
  came: readonly Movement[],
  went: readonly Movement[],
  atTheEnd: number,
): number[] {
  const of = (list: readonly Movement[], n: number) => list.find((one) => one.n === n) ?? { count: 0, seconds: 0 };
  const sum = (list: readonly Movement[]) => list.reduce((all, { count }) => all + count, 0);
  let taken = atTheEnd - sum(came) + sum(went);
  const first = edges[0]?.getTime() ?? 0;
  return edges.slice(1).map((edge, index) => {
    const [from, to] = [((edges[index]?.getTime() ?? 0) - first) / 1000, (edge.getTime() - first) / 1000];
    const [arrivals, departures] = [of(came, index + 1), of(went, index + 1)];
    const bedSeconds =
      taken * (to - from) + (arrivals.count * to - arrivals.seconds) - (departures.count * to - departures.seconds);
    taken += arrivals.count - departures.count;
    // Sums of fractions leave rounding errors.
    return to > from ? Math.max(0, Math.round((bedSeconds / (to - from)) * 1e6) / 1e6) : taken;
  });
}

/**
 * Returns how many beds there were at the end of each stretch, from those added, those removed, and those at the end.
 */
export function bedsAtEnd(
  stretches: number,
  opened: readonly Movement[],
  closed: readonly Movement[],
  atTheEnd: number,
): number[] {
  const counts: number[] = [];
  let beds = atTheEnd;
  for (let n = stretches; n >= 1; n--) {
    counts.unshift(beds);
    beds += (closed.find((one) => one.n === n)?.count ?? 0) - (opened.find((one) => one.n === n)?.count ?? 0);
  }
  return counts;
}
