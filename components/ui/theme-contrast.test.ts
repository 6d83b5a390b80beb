import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Rgb = [number, number, number];

const css = readFileSync(`${process.cwd()}/app/globals.css`, "utf8");

/** The oklch tokens of one theme's block. */
function tokensOf(selector: string): Map<string, string> {
  const block = new RegExp(`^${selector} \\{([^}]*)\\}`, "m").exec(css)?.[1] ?? "";
  return new Map(
    [...block.matchAll(/--([a-z-]+): (oklch\([^)]*\));/g)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

/** oklch → linear sRGB, cut off at the edges of what screens show (Ottosson, "A perceptual color space", 2020). */
function linearRgb(color: string): Rgb {
  const [lightness = 0, chroma = 0, hue = 0] = (/oklch\(([^)]*)\)/.exec(color)?.[1] ?? "").split(/[\s/]+/).map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return rgb.map((part) => Math.min(1, Math.max(0, part))) as Rgb;
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** WCAG 2.2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(linearRgb(one)), luminance(linearRgb(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const BASES = ["ground", "surface", "raised", "sunken"];
const TEXT: [text: string, background: string][] = [
  ...["ink", "quiet", "accent", "good", "wait", "stop"].flatMap((text) =>
    BASES.map((base): [string, string] => [text, base]),
  ),
  ...["accent", "good", "wait", "stop"].flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ["ink", `${tone}-soft`],
    ["quiet", `${tone}-soft`],
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
  ["stop-ink", "stop"],
  ["stop-ink", "stop-strong"],
  ["alarm-ink", "alarm"],
  ["alarm-ink", "alarm-strong"],
  ["ground", "ink"],
];
const MARKS: [mark: string, background: string][] = ["line-strong", "ring"].flatMap((mark) =>
  BASES.map((base): [string, string] => [mark, base]),
);

describe.each([
  ["light", tokensOf(":root")],
  ["dark", tokensOf("\\.dark")],
])("in the %s theme", (_theme, tokens) => {
  const ratio = ([front, back]: [string, string]) => {
    expect([...tokens.keys()]).toEqual(expect.arrayContaining([front, back]));
    return contrast(tokens.get(front) ?? "", tokens.get(back) ?? "");
  };

  it.each(TEXT)("%s is readable on %s (4.5:1)", (text, background) => {
    expect(ratio([text, background])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)("%s is visible on %s (3:1)", (mark, background) => {
    expect(ratio([mark, background])).toBeGreaterThanOrEqual(3);
  });
});

it("computes known contrast ratios", () => {
  expect(contrast("oklch(1 0 0)", "oklch(0 0 0)")).toBeCloseTo(21, 1);
});
