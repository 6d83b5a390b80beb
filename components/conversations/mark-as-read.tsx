"use client";
import { useEffect } from "react";
import { markConversationReadAction } from "@/lib/domain/conversations/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Says that the messages up to a number were read, once the page that shows them can be seen. */
export function MarkAsRead({ appointmentId, upTo }: { appointmentId: string; upTo: number }) {
  useEffect(() => {
    if (upTo === 0) return;
    const mark = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", mark);
      // What fails is marked when the page is read again.
      void tryAction(() => markConversationReadAction({ appointmentId, upTo }));
    };
    document.addEventListener("visibilitychange", mark);
    mark();
    return () => document.removeEventListener("visibilitychange", mark);
  }, [appointmentId, upTo]);
  return null;
}
