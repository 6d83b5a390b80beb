"use client";
import { usePathname, useRouter } from "next/navigation";
import { startTransition, useCallback, useEffect, type ReactNode } from "react";
import { ErrorState } from "./error-state";

const PAUSES_MS = [2_000, 4_000, 8_000, 15_000, 30_000];
/** A page that worked for this long starts again with the shortest pause. */
const FORGET_MS = 120_000;

// Outside the component, because each failed attempt replaces it.
let failures = { pathname: "", count: 0, at: 0 };

function nextPause(pathname: string): number {
  const isSame = failures.pathname === pathname && Date.now() - failures.at < FORGET_MS;
  failures = { pathname, count: isSame ? failures.count + 1 : 0, at: Date.now() };
  return PAUSES_MS[Math.min(failures.count, PAUSES_MS.length - 1)] ?? 30_000;
}

export type PageFailureProps = { error: Error & { digest?: string }; reset: () => void; title?: ReactNode };

/** Replaces a failed page. Retries on request, when the network is back, and automatically at growing intervals. */
export function PageFailure({ error, reset, title }: PageFailureProps) {
  const router = useRouter();
  const pathname = usePathname();
  const retry = useCallback(() => {
    // Both at once: what failed on the server must be read again before it can be rendered.
    startTransition(() => {
      router.refresh();
      reset();
    });
  }, [router, reset]);
  useEffect(() => {
    const retryIfSeen = () => navigator.onLine && document.visibilityState === "visible" && retry();
    const timer = setTimeout(retryIfSeen, nextPause(pathname));
    window.addEventListener("online", retryIfSeen);
    document.addEventListener("visibilitychange", retryIfSeen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", retryIfSeen);
      document.removeEventListener("visibilitychange", retryIfSeen);
    };
  }, [error, pathname, retry]);
  return <ErrorState level={1} onRetry={retry} reference={error.digest} {...(title ? { title } : {})} />;
}
