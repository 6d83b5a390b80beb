import { cn } from "./cn";

const SIZES = { sm: "size-8 text-xs", md: "size-10 text-sm", lg: "size-14 text-lg", xl: "size-20 text-2xl" } as const;
const TITLES = /^(dr|prof|mr|mrs|ms|mx|med|pd)\.?$/i;

/** The initials of the first and last name, without titles: "Dr. Mara Lindqvist" → "ML". */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word && !TITLES.test(word));
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return [first, last]
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

/** The same name always has the same hue. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 3600;
  return Math.round(hash / 10);
}

export type AvatarProps = { name: string; src?: string | undefined; size?: keyof typeof SIZES; className?: string };

/** A photo, or initials on a tint. Decorative: the name is beside it as text. */
export function Avatar({ name, src, size = "md", className }: AvatarProps) {
  const shape = cn(
    "inline-flex shrink-0 items-center justify-center overflow-hidden rounded-full font-semibold select-none",
    SIZES[size],
    className,
  );
  // eslint-disable-next-line @next/next/no-img-element -- uploaded pictures are served by the application in their final size
  if (src) return <img src={src} alt="" className={cn(shape, "object-cover")} />;
  const hue = hueOf(name);
  return (
    <svg aria-hidden viewBox="0 0 40 40" className={shape}>
      <circle cx="20" cy="20" r="20" fill={`oklch(0.6 0.12 ${hue})`} fillOpacity="0.24" />
      <text x="20" y="20" dy="0.36em" textAnchor="middle" fontSize="15" className="fill-ink font-sans font-semibold">
        {initialsOf(name)}
      </text>
    </svg>
  );
}
