import { searchLine, searchWords } from "@/lib/platform/text/fold";

/** How well a query matches a text, 0 (not) to 1: every word of the query must occur, folded as everywhere. */
export function matchScore(text: string, query: string): number {
  const haystack = searchLine(text);
  const words = searchWords(query).split(" ").filter(Boolean);
  if (!words.every((word) => haystack.includes(word))) return 0;
  const first = words[0];
  if (first === undefined || haystack.startsWith(first)) return 1;
  return haystack.includes(` ${first}`) ? 0.8 : 0.5;
}

/** The things whose text matches, best first, otherwise in their own order. */
export function bestMatches<Thing>(things: readonly Thing[], query: string, textOf: (thing: Thing) => string): Thing[] {
  if (query.trim() === "") return [...things];
  return things
    .map((thing) => ({ thing, score: matchScore(textOf(thing), query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}
