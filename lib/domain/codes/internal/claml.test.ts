import { describe, expect, it } from "vitest";
import { clamlReader } from "./claml";
import { FileFault } from "./edition-reader";

const rubric = (kind: string, text: string) => `<Rubric kind="${kind}"><Label xml:lang="en">${text}</Label></Rubric>`;
const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ClaML SYSTEM "ClaML.dtd">
<ClaML version="2.0.0"><Title name="ICD-10" version="2019" date="2019-01-01">ICD-10</Title>
<Modifier code="S04E10_4"/>
<ModifierClass code=".0" modifier="S04E10_4">${rubric("preferred", "With coma")}</ModifierClass>
<ModifierClass code=".9" modifier="S04E10_4">${rubric("preferred", "Without complications")}</ModifierClass>
<Class code="I" kind="chapter">${rubric("preferred", "Certain infectious diseases")}</Class>
<Class code="A00-A09" kind="block">${rubric("preferred", "Intestinal infectious diseases")}</Class>
<Class code="A01" kind="category"><SuperClass code="A00-A09"/>${rubric("preferred", "Typhoid &amp; paratyphoid <Reference>A00</Reference>fevers")}</Class>
<Class code="A01.0" kind="category">${rubric("preferred", "Typhoid fever")}${rubric("inclusion", "Infection due to <Term>Salmonella</Term> typhi")}${rubric("exclusion", "carrier")}</Class>
<Class code="E10" kind="category"><ModifiedBy code="S04E10_4"/>${rubric("preferred", "Type 1 diabetes mellitus")}</Class>
</ClaML>`;

function read(text: string, step = text.length) {
  const reader = clamlReader();
  const codes = [];
  for (let at = 0; at < text.length; at += step) codes.push(...reader.write(text.slice(at, at + step)));
  return [...codes, ...reader.end()];
}

describe("ClaML", () => {
  it("gives its categories, with inclusions as synonyms and modifiers as codes, wherever its parts end", () => {
    const whole = read(FILE);
    expect(whole.map(({ code, name, synonyms }) => [code, name, synonyms])).toEqual([
      ["A01", "Typhoid & paratyphoid fevers", ""],
      ["A01.0", "Typhoid fever", "Infection due to Salmonella typhi"],
      ["E10", "Type 1 diabetes mellitus", ""],
      ["E10.0", "Type 1 diabetes mellitus, With coma", ""],
      ["E10.9", "Type 1 diabetes mellitus, Without complications", ""],
    ]);
    for (const step of [1, 13, 500]) expect(read(FILE, step)).toEqual(whole);
  });

  it.each([
    ["another XML", "<html><body/></html>", /this isn't a ClaML file/],
    ["no XML", "cholera", /^Line 1: the XML is broken/],
    ["a file cut short", FILE.slice(0, 900), /the XML is broken/],
    ["entities of its own", FILE.replace(/<!DOCTYPE.*>/, `<!DOCTYPE ClaML [<!ENTITY a "b">]>`), /aren't allowed/],
    ["an entity no one defined", FILE.replace("&amp;", "&a;"), /the XML is broken \(undefined entity/],
    ["a category without a name", FILE.replace("Typhoid fever", " "), /A01.0 has no name/],
    ["a category with another code", FILE.replace('"A01.0"', '"A01.0.1"'), /this isn't a code of ICD-10/],
    ["nesting without end", `<ClaML>${"<a>".repeat(100)}`, /nested too deeply/],
  ])("is refused, with its line: %s", (_, text, message) => {
    expect(() => read(text)).toThrow(FileFault);
    expect(() => read(text)).toThrow(message);
  });
});
