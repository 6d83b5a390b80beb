"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { ownPath } from "@/lib/platform/paths/page-path";
import { routes } from "@/lib/site/routes";

/**
 * Keeps service, date and selected time in the address, so that a page can be shared, reloaded and returned to.
 * `isMoving` while the server reads another date or service.
 */
export function useBookingAddress() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isMoving, startMoving] = useTransition();
  const withChanges = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    return `${pathname}${next.size > 0 ? `?${next}` : ""}`;
  };
  const replace = (changes: Record<string, string | null>) => {
    const here = ownPath(withChanges(changes));
    if (here) startMoving(() => router.replace(here, { scroll: false }));
  };
  return {
    isMoving,
    /** The selected day among those shown. */
    day: params.get("day"),
    showDay: (date: string) => window.history.replaceState(null, "", withChanges({ day: date })),
    toDate: (date: string) => replace({ from: date, day: null }),
    /** Another service on the same days, because someone looking for a Friday still is. */
    toService: (id: string | null) => replace({ service: id }),
    /** Once the time in the address is held, reloading must not hold it again; its days stay on the screen. */
    forgetStart: (firstDate: string) =>
      window.history.replaceState(null, "", withChanges({ start: null, from: firstDate })),
    toSignIn: (start: string) => router.push(routes.signIn({ from: withChanges({ start }) })),
  };
}
