/** Returns what gets focus when a dialog about a time closes: why it failed, else the time's button. */
export function failureOrTime(panel: HTMLElement | null, start: string): HTMLElement | null | undefined {
  return (
    panel?.querySelector<HTMLElement>("[data-failure]") ??
    panel?.querySelector<HTMLElement>(`button[data-slot="${start}"]`)
  );
}
