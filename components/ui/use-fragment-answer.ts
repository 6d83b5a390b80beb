"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

type Asked<T> = { token: string; answer?: ActionResult<T> };

/**
 * Asks the server about the secret in the fragment of the address, which no server sees by itself: programs that only follow
 * links ask for nothing and use nothing up.
 */
export function useFragmentAnswer<T>(ask: (token: string) => Promise<ActionResult<T>>): Asked<T> | undefined {
  const [asked, setAsked] = useState<Asked<T>>();
  const read = useEffectEvent(async () => {
    const token = window.location.hash.slice(1);
    setAsked({ token });
    const answer = await tryAction(() => ask(token));
    setAsked((now) => (now?.token === token ? { token, answer } : now));
  });
  useEffect(() => {
    const again = () => void read();
    again();
    window.addEventListener("hashchange", again);
    return () => window.removeEventListener("hashchange", again);
  }, []);
  return asked;
}
