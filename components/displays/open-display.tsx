"use client";
import { MonitorX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { openDisplayAction } from "@/lib/domain/displays/actions";
import type { ErrorCode } from "@/lib/platform/errors/app-error";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

const AGAIN_MS = 10_000;

/**
 * Makes this browser a screen, by the secret in the fragment of the address, which no server sees. Tries again by
 * itself, because no one stands in front of it.
 */
export function OpenDisplay() {
  const router = useRouter();
  const [failure, setFailure] = useState<ErrorCode>();
  const open = useEffectEvent(async () => {
    const result = await tryAction(() => openDisplayAction({ token: window.location.hash.slice(1) }));
    if (result.ok) router.replace(routes.display.board(result.data.id));
    else setFailure(result.error.code);
    return result.ok;
  });
  useEffect(() => {
    const read = () => void open();
    read();
    const timer = setInterval(read, AGAIN_MS);
    window.addEventListener("hashchange", read);
    return () => {
      clearInterval(timer);
      window.removeEventListener("hashchange", read);
    };
  }, []);
  if (failure === "not-found" || failure === "invalid") return <NoDisplay />;
  return failure ? <ErrorState /> : <Skeleton className="h-72" />;
}

/** What stands on a screen that was ended, or whose address is wrong. */
export function NoDisplay() {
  return (
    <EmptyState
      icon={<MonitorX />}
      title="This screen isn’t in use"
      text="Its address isn’t valid, or the screen was ended. The front desk can add a new one under Waiting room."
    />
  );
}
