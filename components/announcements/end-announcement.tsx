"use client";
import { useShowChange } from "@/components/realtime/use-show-change";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { endAnnouncementAction } from "@/lib/domain/announcements/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Ends an announcement, after a question: it can't be shown again. */
export function EndAnnouncement({ id, isShown }: { id: string; isShown: boolean }) {
  const show = useShowChange();
  const end = async () => {
    const result = await tryAction(() => endAnnouncementAction({ id }));
    if (!result.ok) toast.error(result.error.message);
    else {
      toast.success(isShown ? "It goes from all pages within seconds" : "It won't be shown");
      void show(result);
    }
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="secondary">
          End
        </Button>
      }
      title="End this announcement?"
      text={
        isShown
          ? "It goes from all pages within seconds. This can’t be undone."
          : "It won’t be shown. This can’t be undone."
      }
      confirmLabel="End announcement"
      cancelLabel="Keep it"
      onConfirm={end}
    />
  );
}
