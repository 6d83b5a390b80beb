const VERB = /\b(SELECT|INSERT|UPDATE|DELETE)\b/i;
const TABLE = /\b(?:FROM|INTO|UPDATE|JOIN)\s+(?:"?public"?\.)?"?(\w+)"?/i;

/** Describes a statement's span: what it does to which table first. Its text would be long, and its values are secret. */
export function statementSpan(text: string) {
  const [, verb = "statement"] = VERB.exec(text) ?? [];
  const [, table] = TABLE.exec(text) ?? [];
  const name = table === undefined ? verb.toUpperCase() : `${verb.toUpperCase()} ${table}`;
  return { name, attributes: { "db.system.name": "postgresql" } };
}
