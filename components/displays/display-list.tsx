"use client";
import { Monitor, MonitorX } from "lucide-react";
import { useConfirmedStep } from "@/components/realtime/use-confirmed-step";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { endDisplayAction } from "@/lib/domain/displays/actions";
import type { Display } from "@/lib/domain/displays/schema";
import type { Showable } from "./add-display";

type Props = { displays: readonly Display[]; doctors: readonly Showable[] };

/** The screens of a place: where they hang, what they show, and the way to end them. */
export function DisplayList({ displays, doctors }: Props) {
  if (displays.length === 0)
    return (
      <EmptyState
        level={3}
        icon={<Monitor />}
        title="No screens yet"
        text="A screen on the wall shows which number is called, and to which room."
      />
    );
  return (
    <Card flush>
      <ul aria-label="Screens" className="divide-y divide-line">
        {displays.map((display) => (
          <li key={display.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
            <div className="min-w-0 flex-[1_1_14rem]">
              <p className="font-semibold wrap-anywhere">{display.name}</p>
              <p className="text-sm text-quiet">
                {whatText(display, doctors)} Added <LocalTime instant={display.createdAt} />.
              </p>
            </div>
            <EndDisplay display={display} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** "Dr Abelard, Dr Behring. Reads numbers aloud." */
function whatText({ doctorIds, speaks }: Display, doctors: readonly Showable[]): string {
  const names = doctors.filter(({ id }) => doctorIds.includes(id)).map(({ name }) => name);
  return `${names.length > 0 ? names.join(", ") : "All queues"}.${speaks ? " Reads numbers aloud." : ""}`;
}

function EndDisplay({ display: { id, name } }: { display: Display }) {
  const end = useConfirmedStep(() => endDisplayAction({ id }), "Screen ended");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="sm" className="ml-auto">
          <MonitorX aria-hidden /> End<span className="sr-only"> the screen {name}</span>
        </Button>
      }
      title={`End the screen “${name}”?`}
      text="It stops showing numbers at once. To use it again, add a new screen and open its address there."
      confirmLabel="End the screen"
      onConfirm={end}
    />
  );
}
