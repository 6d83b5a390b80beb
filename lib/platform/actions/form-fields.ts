/**
 * A form's fields as the REST body they stand for: `home.city` becomes `{ home: { city } }`, what was left
 * empty is left out, and names ending in `[]` are lists. One schema then serves the form and the route.
 */
export function nestedFields(form: FormData): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  const groups = new Map<string, Map<string, unknown>>();
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name).filter((value) => value !== "");
    if (values.length === 0) continue;
    const isList = name.endsWith("[]");
    const [head = "", ...rest] = (isList ? name.slice(0, -2) : name).split(".");
    const value: unknown = isList ? values : values[0];
    if (rest.length === 0) {
      fields.set(head, value);
      continue;
    }
    const group = groups.get(head) ?? new Map<string, unknown>();
    groups.set(head, group.set(rest.join("."), value));
  }
  for (const [head, group] of groups) fields.set(head, Object.fromEntries(group));
  return Object.fromEntries(fields);
}
