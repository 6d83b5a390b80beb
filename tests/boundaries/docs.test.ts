import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDERS = ["app", "components", "docs", "lib", "prisma", "scripts", "tests"];
const files = [
  ...readdirSync("."),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  ),
];
const read = (file: string) => readFileSync(file, "utf8");

/** Returns a page's anchors, as GitHub derives them from its headings. */
const anchorsOf = (text: string) =>
  Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

/** Every `noun.past-tense` of the table in section 7; ".declined" continues the noun before it. */
function listedTypes(page: string): string[] {
  const section = page.slice(page.indexOf("## 7."), page.indexOf("## 8."));
  const rows = section.split("\n").filter((line) => line.startsWith("| "));
  return rows.flatMap((row) => {
    let noun = "";
    return Array.from(row.matchAll(/`([a-z-]*)\.([a-z-]+)`/g), ([, named, verb]) => {
      noun = named || noun;
      return `${noun}.${verb}`;
    });
  });
}

describe("the documentation", () => {
  it("has every page and heading that its links point to", () => {
    const dead = files
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) =>
        Array.from(read(file).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g), ([, link = ""]) => link)
          .filter((link) => {
            const [path = "", anchor] = link.split("#");
            const target = path ? join(dirname(file), path) : file;
            return !existsSync(target) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
          })
          .map((link) => `${file}: ${link}`),
      );
    expect(dead).toEqual([]);
  });

  it("has the sections of the domain that comments cite", () => {
    const sections = Array.from(read("docs/domain.md").matchAll(/^## (\d+)\. /gm), ([, number]) => number);
    const cited = files
      .filter((file) => /\.(ts|tsx|prisma)$/.test(file))
      .flatMap((file) => Array.from(read(file).matchAll(/domain\.md §(\d+)/g), ([, number]) => number));
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((number) => !sections.includes(number))).toEqual([]);
  });

  it("lists every event type that a module declares", () => {
    const listed = listedTypes(read("docs/domain.md"));
    const declared = files
      .filter((file) => /^lib\/domain\/[^/]+\/events\.ts$/.test(file))
      .flatMap((file) =>
        Array.from(
          read(file)
            .replaceAll(/^import .*$/gm, "")
            .matchAll(/"([a-z-]+\.[a-z-]+)"/g),
          ([, type]) => type,
        ),
      );
    expect(declared.length).toBeGreaterThan(80);
    expect([...new Set(declared)].filter((type) => !listed.includes(type ?? ""))).toEqual([]);
  });

  it("says of every table what is kept in it, why, and for how long", () => {
    const tables = files
      .filter((file) => file.endsWith(".prisma"))
      .flatMap((file) => Array.from(read(file).matchAll(/^model (\w+) \{$/gm), ([, name]) => name));
    const rows = Array.from(read("docs/privacy.md").matchAll(/^\| `(\w+)` \|(?: [^|]+ \|){3}$/gm), ([, name]) => name);
    expect(tables.length).toBeGreaterThan(90);
    expect(rows.toSorted()).toEqual(tables.toSorted());
  });
});
