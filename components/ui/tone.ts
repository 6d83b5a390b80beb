/** What a colour means. Colour is never alone: an icon or a word always says the same. */
export type Tone = "neutral" | "good" | "wait" | "stop" | "accent";

/** Text on the tone's own soft background; at least 4.5:1 in both themes. */
export const softTone: Record<Tone, string> = {
  neutral: "bg-sunken text-quiet",
  good: "bg-good-soft text-good",
  wait: "bg-wait-soft text-wait",
  stop: "bg-stop-soft text-stop",
  accent: "bg-accent-soft text-accent",
};

/** Text on the page or on a surface. */
export const textTone: Record<Tone, string> = {
  neutral: "text-quiet",
  good: "text-good",
  wait: "text-wait",
  stop: "text-stop",
  accent: "text-accent",
};
