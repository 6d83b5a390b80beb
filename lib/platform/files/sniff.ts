/** Formats that are told apart by their first bytes. */
export type SniffedImage = "jpeg" | "png" | "webp" | "heic";

const text = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");

/** A PDF from its first byte on: readers accept junk before it, which may be another format. */
export function isPdf(bytes: Uint8Array): boolean {
  return /^%PDF-[12]\.\d/.test(text(bytes, 0, 8));
}

/** Returns which image these bytes claim to be; decoding tells whether they are. Null: none we keep. */
export function sniffImage(bytes: Uint8Array): SniffedImage | null {
  const start = text(bytes, 0, 12);
  if (start.startsWith("\xff\xd8\xff")) return "jpeg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (/^RIFF[\s\S]{4}WEBP$/.test(start)) return "webp";
  if (/^[\s\S]{4}ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/.test(start)) return "heic";
  return null;
}
