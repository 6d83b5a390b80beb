import sharp from "sharp";

/** The smallest PDF that readers open, with a text of its own. */
export function pdf(text = "A letter"): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n% ${text}\n` +
      `trailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}

/** A picture of this size, taken at a place: its hidden data says where. */
export function photo(format: "jpeg" | "png" | "webp" = "jpeg", width = 64, height = 48): Promise<Buffer> {
  const background = { r: 180, g: 40, b: 40 };
  return sharp({ create: { width, height, channels: 3, background } })
    .withExif({ IFD0: { Copyright: "secret-owner" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();
}

export const asFile = (bytes: Uint8Array, name = "letter.pdf", type = "application/pdf") =>
  new File([new Uint8Array(bytes)], name, { type });
