/** Returns a draft with only the exceptions that can affect the next seven days, in any zone. */
export function aroundWeek<T extends { exceptions?: { date: string }[] | undefined }>(draft: T, now: Date): T {
  const [first, last] = [-8, 9].map((days) =>
    new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10),
  ) as [string, string];
  return { ...draft, exceptions: draft.exceptions?.filter(({ date }) => date >= first && date <= last) };
}
