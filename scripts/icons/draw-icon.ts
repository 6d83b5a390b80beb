import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { ROOT } from "../process/child";

export type Icon = {
  file: string;
  size: number;
  /**
   * `any`: as it is, with its round corners. `maskable`: to the edges, and small enough for any mask; Apple's is cut out, too.
   * `badge`: its shape alone, which Android colours.
   */
  look: "any" | "maskable" | "badge";
};

export const ICONS: readonly Icon[] = [
  { file: "public/icons/icon-192.png", size: 192, look: "any" },
  { file: "public/icons/icon-512.png", size: 512, look: "any" },
  { file: "public/icons/maskable-192.png", size: 192, look: "maskable" },
  { file: "public/icons/maskable-512.png", size: 512, look: "maskable" },
  { file: "public/icons/badge-96.png", size: 96, look: "badge" },
  { file: "app/apple-icon.png", size: 180, look: "maskable" },
];

/** The part of an icon that no mask cuts off is a circle of 80 %. */
const MASKED = 'transform="translate(16 16) scale(0.86) translate(-16 -16)"';

/** Draws app/icon.svg as a PNG. */
export async function drawIcon({ size, look }: Icon): Promise<Buffer> {
  const svg = readFileSync(join(ROOT, "app/icon.svg"), "utf8");
  const drawn =
    look === "any"
      ? svg
      : look === "badge"
        ? svg.replace(/<rect[^>]*\/>/, "")
        : svg.replace(' rx="9"', "").replaceAll("<path ", `<path ${MASKED} `);
  return sharp(Buffer.from(drawn), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
