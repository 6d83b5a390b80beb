import type { KeyboardEvent } from "react";

/** Returns where a key leads in a group of controls read left to right and top to bottom; null for all other keys. */
function targetOf(key: string, controls: HTMLElement[], at: number): HTMLElement | undefined | null {
  switch (key) {
    case "ArrowRight":
      return controls[at + 1];
    case "ArrowLeft":
      return controls[at - 1];
    case "Home":
      return controls[0];
    case "End":
      return controls.at(-1);
    case "ArrowDown":
      return nearest(controls.slice(at + 1), controls[at]) ?? controls[at + 1];
    case "ArrowUp":
      return nearest(controls.slice(0, Math.max(0, at)).reverse(), controls[at]) ?? controls[at - 1];
    default:
      return null;
  }
}

/** The control in the next line (above or below) closest to this one. */
function nearest(others: HTMLElement[], from: HTMLElement | undefined): HTMLElement | undefined {
  if (!from) return undefined;
  const own = from.getBoundingClientRect();
  const line = others
    .find((one) => Math.abs(one.getBoundingClientRect().top - own.top) > own.height / 2)
    ?.getBoundingClientRect().top;
  if (line === undefined) return undefined;
  const inLine = others.filter((one) => one.getBoundingClientRect().top === line);
  const distance = (one: HTMLElement) => Math.abs(one.getBoundingClientRect().left - own.left);
  return inLine.sort((a, b) => distance(a) - distance(b))[0];
}

/** Moves focus through a group's controls with arrow keys, Home and End; returns the newly focused one, if any. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, selector: string): HTMLElement | undefined {
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = controls.indexOf(document.activeElement as HTMLElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const target = targetOf(event.key, controls, at);
  if (target === null) return undefined;
  event.preventDefault();
  target?.focus();
  return target;
}
