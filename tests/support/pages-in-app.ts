import { readdirSync } from "node:fs";

/** The files of all pages in app/, from the file system, by their patterns. */
export function filesOfPages(): Map<string, string> {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)page\.tsx$/.test(file),
  );
  return new Map(files.map((file) => [patternOf(file), `app/${file}`]));
}

function patternOf(file: string): string {
  const folders = file.split("/").slice(0, -1);
  return `/${folders.filter((part) => !part.startsWith("(")).join("/")}`;
}

/** The patterns of all pages. */
export const pagesInApp = () => [...filesOfPages().keys()].sort();
