import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { ROOT } from "../process/child";
import { drawIcon, ICONS } from "./draw-icon";

const pixels = (image: Buffer) => sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

describe.each(ICONS)("$file", (icon) => {
  it("is app/icon.svg as it is now", async () => {
    const [stored, drawn] = [await pixels(readFileSync(join(ROOT, icon.file))), await pixels(await drawIcon(icon))];
    expect([stored.info.width, stored.info.height]).toEqual([icon.size, icon.size]);
    // Another release of the library may round an edge another way.
    const different = stored.data.filter((value, index) => Math.abs(value - (drawn.data[index] ?? 0)) > 24).length;
    expect(different / stored.data.length).toBeLessThan(0.01);
  });
});

it("fills what a mask may cut off, and leaves the rest of a badge clear", async () => {
  const cornerOf = async (look: string) => {
    const icon = ICONS.find((one) => one.look === look);
    return [...(await pixels(readFileSync(join(ROOT, icon?.file ?? "")))).data.subarray(0, 4)];
  };
  expect(await cornerOf("maskable")).toEqual([11, 100, 102, 255]);
  expect((await cornerOf("badge"))[3]).toBe(0);
  expect((await cornerOf("any"))[3]).toBe(0);
});
