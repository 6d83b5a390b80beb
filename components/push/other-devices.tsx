"use client";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { removeSubscriptionAction } from "@/lib/domain/push/actions";
import type { Subscription } from "@/lib/domain/push/schema";

/** The account's other browsers that show notifications. */
export function OtherDevices({ items }: { items: readonly Subscription[] }) {
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="text-sm">Your other devices with notifications</h3>
      <ul className="mt-2 grid gap-2">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 text-sm">
              <span className="font-medium">{item.device}</span>{" "}
              <span className="text-quiet">
                since <LocalTime instant={item.createdAt} style="date" />
              </span>
            </p>
            <TurnOff item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TurnOff({ item: { id, device } }: { item: Subscription }) {
  const [isPending, startTransition] = useTransition();
  const turnOff = () =>
    startTransition(async () => {
      const removed = await removeSubscriptionAction({ id });
      if (!removed.ok && removed.error.code !== "not-found") toast.error(removed.error.message);
      else toast.success(`Notifications are off on ${device}.`);
    });
  return (
    <Button variant="quiet" size="sm" pending={isPending} onClick={turnOff} aria-label={`Turn off on ${device}`}>
      Turn off
    </Button>
  );
}
