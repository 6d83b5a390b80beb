import { inflateSync } from "node:zlib";

type Codes = Map<string, string>;

/** The words of a PDF that was written with embedded fonts, page by page, as a reader gets them by copying. */
export function textOfPdf(file: Buffer): string[] {
  const objects = objectsOf(file);
  const fonts = new Map<number, Codes>();
  for (const [id, { head }] of objects) {
    const codes = objects.get(refOf(head, "ToUnicode"))?.content;
    if (codes !== undefined) fonts.set(id, codesOf(codes));
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages.map(({ head }) => {
    const resources = objects.get(refOf(head, "Resources"))?.head ?? head;
    const named = new Map([...resources.matchAll(/\/(F\w+)\s+(\d+) 0 R/g)].map(([, name, id]) => [name, Number(id)]));
    return shownBy(objects.get(refOf(head, "Contents"))?.content ?? "", (name) => fonts.get(named.get(name) ?? 0));
  });
}

const refOf = (head: string, key: string) => Number(new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(head)?.[1] ?? -1);

function objectsOf(file: Buffer): Map<number, { head: string; content: string }> {
  const text = file.toString("latin1");
  const objects = new Map<number, { head: string; content: string }>();
  for (const match of text.matchAll(/(\d+) 0 obj\s([\s\S]*?)(?:stream\r?\n|endobj)/g)) {
    const [whole, id, head = ""] = match;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const start = match.index + whole.length;
    const raw = file.subarray(start, start + length);
    const content = !whole.includes("stream") ? "" : head.includes("FlateDecode") ? inflateSync(raw) : raw;
    objects.set(Number(id), { head, content: content.toString("latin1") });
  }
  return objects;
}

const unicode = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
const hexOf = (code: number) => code.toString(16).padStart(4, "0");

/** What a font's codes mean. */
function codesOf(map: string): Codes {
  const codes: Codes = new Map();
  for (const [, from = "", to = "", many, one] of map.matchAll(
    /<([\da-f]{4})>\s*<([\da-f]{4})>\s*(?:\[([^\]]*)\]|<([\da-f]+)>)/gi,
  )) {
    const listed = [...(many ?? "").matchAll(/<([^>]*)>/g)].map(([, hex = ""]) => hex.replace(/\s/g, ""));
    for (let code = parseInt(from, 16), at = 0; code <= parseInt(to, 16); code++, at++) {
      const hex = listed[at] ?? (one === undefined ? undefined : hexOf(parseInt(one, 16) + at));
      if (hex) codes.set(hexOf(code), unicode(hex));
    }
  }
  return codes;
}

/** The text of a page's drawing, a line for each time something is written. */
function shownBy(drawing: string, fontNamed: (name: string) => Codes | undefined): string {
  let font: Codes | undefined;
  const lines: string[] = [];
  for (const [, name, written] of drawing.matchAll(/\/(F\w+)\s+[\d.]+\s+Tf|\[([^\]]*)\]\s*TJ/g)) {
    if (name !== undefined) font = fontNamed(name);
    const hex =
      written
        ?.match(/[\da-f]+(?=>)/gi)
        ?.join("")
        .toLowerCase() ?? "";
    if (hex) lines.push((hex.match(/.{4}/g) ?? []).map((code) => font?.get(code) ?? "").join(""));
  }
  return lines.join("\n");
}
