"use client";
import { useShowChange } from "@/components/realtime/use-show-change";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { dismissRecallAction, removeRecallAction } from "@/lib/domain/recalls/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = {
  id: string;
  /** The doctor removes it, the patient's side dismisses it. */
  how: "remove" | "dismiss";
  /** Which one: "May 2027", with a name where there are several people. */
  which: string;
};

const HOW = {
  remove: {
    act: removeRecallAction,
    label: "Remove",
    title: "Remove this recall?",
    text: "The patient won't be asked to come. Appointments that are booked stay as they are.",
    confirmLabel: "Remove recall",
    done: "Recall removed",
  },
  dismiss: {
    act: dismissRecallAction,
    label: "Dismiss",
    title: "Dismiss this request?",
    text: "You won't be asked to book it any more, and the doctor sees that no one plans to come. You can still book at any time.",
    confirmLabel: "Dismiss request",
    done: "Request dismissed",
  },
};

/** Ends a recall after a question. */
export function EndRecall({ id, how, which }: Props) {
  const show = useShowChange();
  const { act, label, title, text, confirmLabel, done } = HOW[how];
  const end = async () => {
    const result = await tryAction(() => act({ id }));
    if (result.ok) toast.success(done);
    else toast.error(result.error.message);
    void show(result);
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="sm">
          {label}
          <span className="sr-only">: {which}</span>
        </Button>
      }
      title={title}
      text={text}
      confirmLabel={confirmLabel}
      cancelLabel="Keep it"
      onConfirm={end}
    />
  );
}
