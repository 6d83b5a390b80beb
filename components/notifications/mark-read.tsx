"use client";
import { Check, CheckCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { markReadAction } from "@/lib/domain/notifications/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Marks everything as read, or what is about one thing, on all of the reader's screens. */
function useMarkRead(which: { groupId?: string }) {
  const router = useRouter();
  const [isMarking, startMarking] = useTransition();
  const mark = () =>
    startMarking(async () => {
      const result = await tryAction(() => markReadAction(which));
      startMarking(() => {
        if (!result.ok) toast.error(result.error.message);
        router.refresh();
      });
    });
  return { isMarking, mark };
}

export function MarkAllRead() {
  const { isMarking, mark } = useMarkRead({});
  return (
    <Button variant="secondary" pending={isMarking} onClick={mark}>
      <CheckCheck aria-hidden /> Mark all as read
    </Button>
  );
}

/** `what` follows the button's words for those who hear it. */
export function MarkGroupRead({ groupId, what }: { groupId: string; what: string }) {
  const { isMarking, mark } = useMarkRead({ groupId });
  return (
    <Button variant="quiet" size="sm" pending={isMarking} onClick={mark}>
      <Check aria-hidden /> Mark as read<span className="sr-only">: {what}</span>
    </Button>
  );
}
