/** What a state means to a reader; always shown with its label and an icon. */
export type StatusTone = "neutral" | "good" | "wait" | "stop" | "accent";

/** How a screen speaks of a step. */
export type StepWords = {
  label: string;
  /** Shown once it is done. */
  done: string;
  /** Asked before; steps without a question are taken at once. */
  question?: string;
  consequence?: string;
};
