// `npx tsx scripts/draw-icons.ts`: draws the app's icons from app/icon.svg, into public/icons and app/apple-icon.png.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawIcon, ICONS } from "./icons/draw-icon";
import { ROOT } from "./process/child";

mkdirSync(join(ROOT, "public/icons"), { recursive: true });
for (const icon of ICONS) writeFileSync(join(ROOT, icon.file), await drawIcon(icon));
