"use client";
import { useEffect } from "react";
import "./globals.css";

const MEMORY = "caresync-faults";
const FIRST_PAUSE_MS = 4_000;
const MAX_PAUSE_MS = 60_000;

/** Reloads the page once the server answers, at growing intervals. */
function useReload(): void {
  useEffect(() => {
    const [count = 0, at = 0] = (sessionStorage.getItem(MEMORY) ?? "").split(" ").map(Number);
    const isInARow = Date.now() - at < 2 * MAX_PAUSE_MS;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (isInARow ? count : 0), MAX_PAUSE_MS);
    const tryAgain = async () => {
      const answer = await fetch("/api/health/ready").catch(() => undefined);
      if (!answer?.ok) return;
      sessionStorage.setItem(MEMORY, `${isInARow ? count + 1 : 1} ${Date.now()}`);
      window.location.reload();
    };
    const timer = setInterval(() => void tryAgain(), pause);
    return () => clearInterval(timer);
  }, []);
}

/** When even the frame fails: no theme, no providers, nothing else that could fail. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  useReload();
  return (
    <html lang="en">
      <body>
        <title>Something went wrong – CareSync</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center px-4 text-center">
          <h1 className="text-2xl">Something went wrong on our side</h1>
          <p className="mt-2 text-quiet">
            Nothing you saved is lost. Try again in a moment. In an emergency, call your local emergency number.
          </p>
          <button
            type="button"
            onClick={() => window.location.reload()}
            className="mt-6 h-11 rounded-md bg-accent px-5 font-semibold text-accent-ink"
          >
            Try again
          </button>
          {error.digest ? <p className="mt-4 text-xs text-quiet">Reference {error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
