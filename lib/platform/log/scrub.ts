/**
 * Removes from free text what may identify a person or grant access. Libraries' error messages like to quote the value
 * at fault.
 */
const SECRETS: [RegExp, string][] = [
  [/\bcs_(?:live|test)_[\w-]+/g, "[key]"],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, "[token]"],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, "$1 [token]"],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@:]*:[^\s/@]*@/gi, "$1[credentials]@"],
  // Bounded on both sides: an unbounded pattern takes quadratic time on a long text without an @.
  [/[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/g, "[email]"],
  [/(?<![\w-])\+?\d[\d ()./-]{6,18}\d(?![\w-])/g, "[number]"],
  [/[A-Za-z0-9_-]{40,}/g, "[secret]"],
];
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
const ISO_INSTANT = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/;
const UUID_ONLY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Returns a string without email addresses, credentials, tokens or phone numbers; at most 500 characters. */
export function scrubText(text: string): string {
  if (UUID_ONLY.test(text) || ISO_INSTANT.test(text)) return text;
  let clean = text.length > 2000 ? text.slice(0, 2000) : text;
  for (const [pattern, replacement] of SECRETS) clean = clean.replace(pattern, replacement);
  return clean.length > 500 ? `${clean.slice(0, 500)}…` : clean;
}

/** Returns an error's message without quoted values, row values or IDs: what went wrong, not whose data it was. */
export function scrubMessage(message: string): string {
  const withoutValues = message
    .slice(0, 2000)
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/'(?![\w.$@/-]{1,60}')(?:[^'\\]|\\.)*'/g, "'…'")
    .replace(/\)=\(.*?\)/g, ")=(…)")
    .replace(UUID, "[id]");
  return scrubText(withoutValues);
}
