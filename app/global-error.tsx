"use client";
import "./globals.css";

/** When even the frame fails: no theme, no providers, nothing that could fail again. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong – CareSync</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center px-4 text-center">
          <h1 className="text-2xl">Something went wrong on our side</h1>
          <p className="mt-2 text-quiet">
            Nothing you saved is lost. Try again in a moment. In an emergency, call your local emergency number.
          </p>
          <button type="button" onClick={reset} className="mt-6 h-11 rounded-md bg-accent px-5 font-semibold text-accent-ink">
            Try again
          </button>
          {error.digest ? <p className="mt-4 text-xs text-quiet">Reference {error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
