import { describe, expect, it } from "vitest";
import { fileSizeText } from "@/lib/platform/text/file";
import { cleanFileName } from "./file";

describe("the name of a file", () => {
  it.each([
    ["Letter of 3 May.PDF", "Letter of 3 May.pdf"],
    ["C:\\Users\\me\\scan.pdf", "scan.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["invoice\u202Efdp.exe", "invoicefdp.pdf"],
    ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"],
    ["Befund Grün – Δ.pdf", "Befund Grün – Δ.pdf"],
    ["  two   blanks .pdf", "two blanks.pdf"],
    ["report.v2.final", "report.v2.pdf"],
    ["\ud800.pdf", "File.pdf"],
    ["", "File.pdf"],
    [".pdf", "File.pdf"],
    ["x".repeat(400), `${"x".repeat(120)}.pdf`],
  ])("is cleaned and ends as its content does: %j", (given, cleaned) => {
    expect(cleanFileName(given, "application/pdf")).toBe(cleaned);
  });
});

it("a size is worded briefly", () => {
  expect([0, 999, 1_000, 640_400, 999_499, 999_500, 10_485_760].map(fileSizeText)).toEqual([
    "0 bytes",
    "999 bytes",
    "1 kB",
    "640 kB",
    "999 kB",
    "1.0 MB",
    "10.5 MB",
  ]);
});
