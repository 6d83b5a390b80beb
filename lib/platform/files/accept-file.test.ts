import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/platform/errors/app-error";
import { pdf, photo } from "@/tests/support/files";
import { acceptFile } from "./accept-file";

const refusal = (bytes: Uint8Array) =>
  acceptFile(bytes).then(
    ({ type }) => `kept as ${type}`,
    (error: unknown) => (error instanceof AppError ? (error.fields?.[0]?.message ?? error.message) : String(error)),
  );

describe("a file", () => {
  it("is what its content says: a PDF stays as it is, an image is drawn anew", async () => {
    expect(await acceptFile(pdf())).toEqual({ type: "application/pdf", bytes: pdf() });
    for (const format of ["jpeg", "png", "webp"] as const) {
      const { type, bytes } = await acceptFile(await photo(format));
      expect([type, (await sharp(bytes).metadata()).format]).toEqual([`image/${format}`, format]);
    }
  });

  it("loses what a photo hides, such as its place, and keeps the way it was held", async () => {
    const sent = await photo("jpeg", 64, 48);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const { bytes } = await acceptFile(sent);
    const { exif, orientation, width, height } = await sharp(bytes).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 48,
      height: 64,
    });
    expect(Buffer.from(bytes).includes("secret-owner")).toBe(false);
  });

  it("loses what is appended to an image, whatever it may be", async () => {
    const { bytes } = await acceptFile(Buffer.concat([await photo("png"), Buffer.from("<script>alert(1)</script>")]));
    expect(Buffer.from(bytes).includes("<script>")).toBe(false);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ["nothing", () => Buffer.alloc(0), /empty/],
    ["a page", () => Buffer.from("<!doctype html><script>alert(1)</script>"), /Choose a PDF, or an image/],
    ["a drawing", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /Choose a PDF, or an image/],
    ["an archive", () => Buffer.from("PK\x03\x04 and more"), /Choose a PDF, or an image/],
    ["a GIF", () => Buffer.from("GIF89a and more"), /Choose a PDF, or an image/],
    ["a photo of an iPhone", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0"), /HEIC/],
    ["a page that ends as a PDF", () => Buffer.concat([Buffer.from("<html>"), pdf()]), /Choose a PDF, or an image/],
    ["a PDF without its end", () => pdf().subarray(0, 100), /PDF is incomplete/],
    [
      "a PDF with an archive behind it",
      () => Buffer.concat([pdf(), Buffer.from("PK\x03\x04"), Buffer.alloc(2_000)]),
      /PDF is incomplete/,
    ],
    ["half an image", async () => (await photo("jpeg", 800, 600)).subarray(0, 900), /image is incomplete/],
    ["an image by its first bytes only", () => Buffer.from("\xff\xd8\xff<script>", "latin1"), /image is incomplete/],
    [
      "an image that is small to send and enormous to open",
      () =>
        sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: "red" }, limitInputPixels: false })
          .png()
          .toBuffer(),
      /more than 50 megapixels/,
    ],
  ])("is refused in plain words: %s", async (_what, make, message) => {
    expect(await refusal(await make())).toMatch(message);
  });
});
