const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");

/** How well a query fits a text, 0 (not) to 1: every word of the query must occur, case and accents aside. */
export function matchScore(text: string, query: string): number {
  const haystack = plain(text);
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.every((word) => haystack.includes(word))) return 0;
  const first = words[0];
  if (first === undefined || haystack.startsWith(first)) return 1;
  return haystack.includes(` ${first}`) ? 0.8 : 0.5;
}

/** The same as a filter for cmdk: only an item's keywords are searched, never its technical value. */
export function keywordFilter(_value: string, query: string, keywords: string[] = []): number {
  return matchScore(keywords.join(" "), query);
}
