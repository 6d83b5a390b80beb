import { SaxesParser } from "saxes";
import { dotted, FileFault, joinSynonyms, oneLine, type EditionReader, type FileCode } from "./edition-reader";

type Rubric = { kind: string; text: string };
/** A class (a category, a modifier's value, …) while it is read. */
type Class = { element: string; code: string; kind: string; modifier: string; modifiers: string[]; rubrics: Rubric[] };
/** What the fourth character means, for every category that refers to it. */
type Modifiers = Map<string, { suffix: string; name: string }[]>;
/** What is wrong, with the line of the file. */
type Fault = (what: string) => FileFault;

/** Elements whose text is not a part of the name: references such as "(I20-I25)". */
const SKIPPED = new Set(["Reference", "Usage"]);
const MAX_DEPTH = 64;

/**
 * Reads ClaML, the XML in which the WHO publishes ICD-10, without holding the file in memory. Nothing is fetched, and no
 * entity is defined: a DOCTYPE that names ClaML's own DTD is passed over, one with declarations of its own is refused.
 * Categories whose fourth character is a modifier become one code each at the end of the file.
 */
export function clamlReader(): EditionReader {
  const codes = new ClassCodes();
  const parser = new SaxesParser();
  const fault = (what: string) => new FileFault(`Line ${parser.line}: ${what}.`);
  const hasRoot = followClasses(parser, fault, (read) => codes.add(read, fault));
  return {
    write(text) {
      parser.write(text);
      return codes.take();
    },
    end() {
      parser.close();
      if (!hasRoot()) throw new FileFault("This isn't a ClaML file.");
      codes.addModified();
      return codes.take();
    },
  };
}

/** Calls `onClass` with each class at its end. Returns whether the file's root has been found. */
function followClasses(parser: SaxesParser, fault: Fault, onClass: (read: Class) => void): () => boolean {
  const open: string[] = [];
  let current: Class | null = null;
  let hasRoot = false;

  parser.on("error", (error) => {
    throw fault(`the XML is broken (${error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "")})`);
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[") || doctype.includes("<!"))
      throw fault("declarations of its own aren't allowed in the file");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length === 0 && name !== "ClaML") throw fault("this isn't a ClaML file");
    hasRoot = true;
    if (open.push(name) > MAX_DEPTH) throw fault("the elements are nested too deeply");
    const attribute = (key: string) => String(attributes[key] ?? "");
    if (name === "Class" || name === "ModifierClass") current = newClass(name, attribute);
    else if (name === "ModifiedBy") current?.modifiers.push(attribute("code"));
    else if (name === "Rubric") current?.rubrics.push({ kind: attribute("kind"), text: "" });
  });
  parser.on("text", (text) => {
    const rubric = current?.rubrics.at(-1);
    if (rubric && open.includes("Label") && !open.some((name) => SKIPPED.has(name))) rubric.text += text;
  });
  parser.on("closetag", ({ name }) => {
    open.pop();
    if (!current || name !== current.element) return;
    onClass(current);
    current = null;
  });
  return () => hasRoot;
}

function newClass(element: string, attribute: (key: string) => string): Class {
  return {
    element,
    code: attribute("code"),
    kind: attribute("kind"),
    modifier: attribute("modifier"),
    modifiers: [],
    rubrics: [],
  };
}

/** The codes of the classes read so far. */
class ClassCodes {
  private ready: FileCode[] = [];
  private readonly given = new Set<string>();
  private readonly modifiers: Modifiers = new Map();
  private readonly modified: { code: string; name: string; by: string[] }[] = [];

  add(read: Class, fault: Fault): void {
    const texts = (kind: string) => read.rubrics.filter((rubric) => rubric.kind === kind).map(({ text }) => text);
    const name = oneLine(texts("preferred")[0] ?? "");
    if (read.element === "ModifierClass") {
      this.modifiers.set(read.modifier, [...(this.modifiers.get(read.modifier) ?? []), { suffix: read.code, name }]);
      return;
    }
    if (read.kind !== "category") return;
    const code = dotted(read.code);
    if (code === null) throw fault("this isn't a code of ICD-10");
    if (name === "") throw fault(`${code} has no name`);
    if (read.modifiers.length > 0 && code.length === 3) this.modified.push({ code, name, by: read.modifiers });
    this.give({ code, name, synonyms: joinSynonyms(texts("inclusion")), isHeading: false });
  }

  /** Adds a code for each value of a category's modifiers that the file doesn't list itself. */
  addModified(): void {
    for (const { code, name, by } of this.modified) {
      for (const { suffix, name: part } of by.flatMap((one) => this.modifiers.get(one) ?? [])) {
        const full = /^\.[0-9A-Z]$/.test(suffix) ? `${code}${suffix}` : null;
        if (full === null || this.given.has(full)) continue;
        this.give({ code: full, name: oneLine(`${name}, ${part}`), synonyms: "", isHeading: false });
      }
    }
  }

  /** Returns the codes added since the last call. */
  take(): FileCode[] {
    const codes = this.ready;
    this.ready = [];
    return codes;
  }

  private give(code: FileCode): void {
    this.given.add(code.code);
    this.ready.push(code);
  }
}
