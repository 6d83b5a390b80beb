"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";

/** Asks before a page with unsaved changes is left: by its links, by the browser's own question for everything else. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const router = useRouter();
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (!isDirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!isPlain || !link || link.target === "_blank" || link.origin !== location.origin || link.pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(link.pathname + link.search);
    };
    window.addEventListener("beforeunload", onUnload);
    // Before the router's own listener sees it.
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [isDirty]);
  if (!wanted) return null;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : setWanted(undefined))}
      title="Leave without saving?"
      text="What you changed here is lost then."
      cancelLabel="Stay"
      confirmLabel="Leave"
      onConfirm={() => router.push(wanted as Route)}
    />
  );
}
