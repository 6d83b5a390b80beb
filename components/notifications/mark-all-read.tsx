"use client";
import { CheckCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { markReadAction } from "@/lib/domain/notifications/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Marks everything as read, on all of the reader's screens. */
export function MarkAllRead() {
  const router = useRouter();
  const [isMarking, startMarking] = useTransition();
  const mark = () =>
    startMarking(async () => {
      const result = await tryAction(() => markReadAction({}));
      startMarking(() => {
        if (!result.ok) toast.error(result.error.message);
        router.refresh();
      });
    });
  return (
    <Button variant="secondary" pending={isMarking} onClick={mark}>
      <CheckCheck aria-hidden /> Mark all as read
    </Button>
  );
}
