"use client";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { markCalledAction } from "@/lib/domain/contacts/actions";
import { aboutHref } from "@/lib/domain/contacts/format";
import type { ToCallCard } from "@/lib/domain/contacts/output";
import { tryAction } from "@/lib/platform/actions/try-action";
import { PhoneLink } from "./phone-link";

type Props = { calls: ToCallCard[]; portal: "hospital" | "doctor" };

/** People to phone: who, which number, what to say; marked as called afterwards. */
export function ToCallList({ calls, portal }: Props) {
  const { settle, pending } = useSettling();
  return (
    <Card flush className="@container">
      <ul aria-label="People to call" className="divide-y divide-line">
        {calls.map((call) => (
          <li
            key={call.id}
            className="grid gap-x-6 gap-y-2 p-4 @2xl:grid-cols-[minmax(0,1fr)_12rem_9rem] @2xl:items-center"
          >
            <div className="min-w-0">
              <p className="break-words">
                <Link href={aboutHref(call, portal)} className="touch-target font-semibold hover:underline">
                  {call.name}
                </Link>
              </p>
              <p className="text-sm">
                {call.words}
                {call.start ? <About call={call} /> : null}
              </p>
              {call.statusReason ? <p className="text-sm break-words text-quiet">“{call.statusReason}”</p> : null}
            </div>
            {call.phone ? (
              <PhoneLink phone={call.phone} who={call.name} />
            ) : (
              <p className="text-sm text-quiet">No phone number known</p>
            )}
            <div className="flex items-center justify-between gap-3 @2xl:justify-end">
              <RelativeTime instant={call.createdAt} className="text-sm text-quiet @2xl:hidden" />
              {call.doneAt ? (
                <p className="text-right text-sm text-quiet">
                  <LocalTime instant={call.doneAt} style="datetime" />
                  {call.doneBy ? <span className="block break-words">{call.doneBy}</span> : null}
                </p>
              ) : (
                <Button size="sm" variant="secondary" pending={pending === call.id} onClick={() => void settle(call)}>
                  Done<span className="sr-only">: {call.name} has been called</span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function About({ call: { start, timeZone, doctorName } }: { call: ToCallCard }) {
  return (
    <span className="text-quiet">
      {": "}
      <LocalTime instant={start ?? ""} style="datetime" {...(timeZone ? { timeZone } : {})} />
      {doctorName ? `, ${doctorName}` : null}
    </span>
  );
}

/** Removes an entry from the list; it stays pending until the page shows that it is gone. */
function useSettling() {
  const show = useShowChange();
  const [pending, setPending] = useState<string>();
  const settle = async (call: ToCallCard) => {
    setPending(call.id);
    const result = await tryAction(() => markCalledAction({ id: call.id, version: call.version }));
    if (result.ok) toast.success("Done", { description: `${call.name} is off the list.` });
    else toast.error(result.error.message);
    await show(result);
    setPending(undefined);
  };
  return { settle, pending };
}
