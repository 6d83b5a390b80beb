import type { ComparisonView } from "@/components/merges/comparison-view";
import { suggestedFields, suggestedSurvivor } from "@/lib/domain/merges/rules";
import type { Comparison } from "@/lib/domain/merges/schema";

/** What the page suggests: the record that can survive and has more behind it, and the values it lacks. */
export function toComparison(pair: Comparison): ComparisonView {
  const [first, second] = pair.records;
  const ways = pair.ways.map((way) => {
    const [survivor, source] = way.survivorId === first.id ? [first, second] : [second, first];
    return { ...way, suggested: suggestedFields(survivor, source) };
  });
  const open = ways.filter(({ obstacle }) => obstacle === null);
  const survivorId = open.length === 1 ? (open[0]?.survivorId ?? "") : suggestedSurvivor(pair.records).id;
  const { id, isSetAside, records, overlaps, timeZone } = pair;
  return { id, isSetAside, records, overlaps, timeZone, ways, survivorId };
}
