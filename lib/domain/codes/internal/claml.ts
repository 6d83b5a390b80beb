import { SaxesParser } from "saxes";
import { dotted, FileFault, joinSynonyms, oneLine, type EditionReader, type FileCode } from "./edition-reader";

type Rubric = { kind: string; text: string };
/** A class (a category, a modifier's value, …) while it is read. */
type Class = { element: string; code: string; kind: string; modifier: string; modifiers: string[]; rubrics: Rubric[] };
/** What the fourth character means, for every category that refers to it. */
type Modifiers = Map<string, { suffix: string; name: string }[]>;

/** Elements whose text is not a part of the name: references such as "(I20-I25)". */
const SKIPPED = new Set(["Reference", "Usage"]);
const MAX_DEPTH = 64;

/**
 * Reads ClaML, the XML in which the WHO publishes ICD-10, without holding the file in memory. Nothing is fetched, and no
 * entity is defined: a DOCTYPE that names ClaML's own DTD is passed over, one with declarations of its own is refused.
 * Categories whose fourth character is a modifier become one code each at the end of the file.
 */
export function clamlReader(): EditionReader {
  const parser = new SaxesParser();
  const modifiers: Modifiers = new Map();
  const modified: { code: string; name: string; by: string[] }[] = [];
  const open: string[] = [];
  let ready: FileCode[] = [];
  let current: Class | null = null;
  let isClaml = false;

  const fault = (what: string) => new FileFault(`Line ${parser.line}: ${what}.`);
  parser.on("error", (error) => {
    throw fault(`the XML is broken (${error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "")})`);
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[") || doctype.includes("<!"))
      throw fault("declarations of its own aren't allowed in the file");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length === 0 && name !== "ClaML") throw fault("this isn't a ClaML file");
    isClaml = true;
    if (open.push(name) > MAX_DEPTH) throw fault("the elements are nested too deeply");
    const attribute = (key: string) => String(attributes[key] ?? "");
    if (name === "Class" || name === "ModifierClass") {
      current = {
        element: name,
        code: attribute("code"),
        kind: attribute("kind"),
        modifier: attribute("modifier"),
        modifiers: [],
        rubrics: [],
      };
    } else if (name === "ModifiedBy") current?.modifiers.push(attribute("code"));
    else if (name === "Rubric") current?.rubrics.push({ kind: attribute("kind"), text: "" });
  });
  parser.on("text", (text) => {
    const rubric = current?.rubrics.at(-1);
    if (rubric && open.includes("Label") && !open.some((name) => SKIPPED.has(name))) rubric.text += text;
  });
  parser.on("closetag", ({ name }) => {
    open.pop();
    if (!current || name !== current.element) return;
    close(current);
    current = null;
  });

  const close = (it: Class) => {
    const texts = (kind: string) => it.rubrics.filter((rubric) => rubric.kind === kind).map(({ text }) => text);
    const name = oneLine(texts("preferred")[0] ?? "");
    if (it.element === "ModifierClass") {
      modifiers.set(it.modifier, [...(modifiers.get(it.modifier) ?? []), { suffix: it.code, name }]);
      return;
    }
    if (it.kind !== "category") return;
    const code = dotted(it.code);
    if (code === null) throw fault("this isn't a code of ICD-10");
    if (name === "") throw fault(`${code} has no name`);
    if (it.modifiers.length > 0 && code.length === 3) modified.push({ code, name, by: it.modifiers });
    ready.push({ code, name, synonyms: joinSynonyms(texts("inclusion")), isHeading: false });
  };

  const taken = () => {
    const codes = ready;
    ready = [];
    return codes;
  };
  const given = new Set<string>();

  return {
    write(text) {
      parser.write(text);
      const codes = taken();
      for (const { code } of codes) given.add(code);
      return codes;
    },
    end() {
      parser.close();
      if (!isClaml) throw new FileFault("This isn't a ClaML file.");
      for (const { code, name, by } of modified) {
        for (const { suffix, name: part } of by.flatMap((one) => modifiers.get(one) ?? [])) {
          const full = /^\.[0-9A-Z]$/.test(suffix) ? `${code}${suffix}` : null;
          if (full === null || given.has(full)) continue;
          given.add(full);
          ready.push({ code: full, name: oneLine(`${name}, ${part}`), synonyms: "", isHeading: false });
        }
      }
      return taken();
    },
  };
}
