import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeFile } from "./decode-file";
import { ENCODING_LABELS, ENCODINGS } from "../rules-encodings";

const FILES: [string, string][] = [
  ["windows-1250", "name\r\nDětské oddělení\r\n"],
  ["windows-1250", "name\r\nChirurgie žen\r\nŠestinedělí\r\nDětské oddělení\r\n"],
  ["windows-1250", "name\r\nOddział dziecięcy\r\nŻłobek\r\n"],
  ["windows-1250", "name\r\nGyermekosztály, belgyógyászat, nőgyógyászat\r\n"],
  ["windows-1251", "name\r\nДетское отделение\r\nХирургия\r\n"],
  ["koi8-r", "name\r\nДетское отделение\r\nХирургия\r\n"],
  ["windows-1252", "name\r\nKinderstation Süd\r\nGeburtshilfe Ärzte\r\n"],
  ["windows-1252", "name\r\nPédiatrie\r\nChirurgie générale – bloc n° 2\r\n"],
  ["windows-1252", "name\r\nObstetrícia e ginecologia, São João\r\n"],
  ["windows-1253", "name\r\nΠαιδιατρική κλινική\r\n"],
  ["windows-1254", "name\r\nÇocuk servisi, Şişli, yoğun bakım\r\n"],
  ["windows-1255", "name\r\nקרדיולוגיה\r\n"],
  ["windows-1256", "name\r\nقسم الأطفال\r\n"],
  ["windows-1257", "name\r\nBērnu nodaļa, ķirurģija\r\n"],
  ["shift_jis", "name\r\n内科病棟\r\nこども病棟のベッド\r\n"],
  ["gb18030", "name\r\n内科病房\r\n儿科住院部\r\n外科重症监护室\r\n"],
  ["utf-8", "name\r\nDětské oddělení – 内科\r\n"],
  ["utf-8", "name\r\nplain\r\n"],
  ["utf-16le", "name\tkind\r\nDětské oddělení\tICU\r\n"],
  ["utf-16be", "name\tkind\r\nDětské oddělení\tICU\r\n"],
];

describe("the encoding of a file", () => {
  it.each(FILES)("is detected: %s of %j", (encoding, text) => {
    expect(decodeFile(iconv.encode(text, encoding))).toEqual({ text, encoding });
  });

  it.each(["utf-8", "utf-16le", "utf-16be"])(
    "follows its byte order mark, which is not part of the text: %s",
    (encoding) => {
      expect(decodeFile(iconv.encode("näme\nA\n", encoding, { addBOM: true }))).toEqual({
        text: "näme\nA\n",
        encoding,
      });
    },
  );

  it("is the one chosen, whatever the file looks like", () => {
    expect(decodeFile(iconv.encode("Dětské", "windows-1250"), "windows-1252").text).toBe("Dìtské");
  });

  it("never blocks a file: unreadable characters show in the preview", () => {
    for (const encoding of ENCODINGS)
      expect(
        decodeFile(
          Uint8Array.from({ length: 256 }, (_, n) => n),
          encoding,
        ).text.length,
      ).toBeGreaterThan(0);
    expect(Object.keys(ENCODING_LABELS)).toEqual([...ENCODINGS]);
  });
});
