"use client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { focusInside } from "@/components/ui/focus-inside";
import { LocalTime } from "@/components/ui/local-time";

type Moment = { start: string; timeZone: string };

type Props = {
  title: string;
  /** What it means for others. */
  description: string;
  from: Moment;
  to: Moment;
  isVideo: boolean;
  isMoving: boolean;
  onMove: () => void;
  onClose: () => void;
  focusAfter: () => HTMLElement | null | undefined;
};

/** Asks before an appointment moves: its old time and the new one. */
export function ConfirmMove({ title, description, from, to, isVideo, isMoving, onMove, onClose, focusAfter }: Props) {
  return (
    <Dialog open onOpenChange={(open) => !open && !isMoving && onClose()}>
      <DialogContent
        size="sm"
        title={title}
        description={description}
        {...focusInside}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          focusAfter()?.focus();
        }}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="secondary" disabled={isMoving}>
                Back
              </Button>
            </DialogClose>
            <Button onClick={onMove} pending={isMoving}>
              Reschedule
            </Button>
          </>
        }
      >
        <dl className="grid gap-3">
          <div>
            <dt className="text-sm text-quiet">Old time</dt>
            <dd className="line-through decoration-quiet">
              <LocalTime instant={from.start} timeZone={from.timeZone} readerFirst={isVideo} style="full" />
            </dd>
          </div>
          <div>
            <dt className="text-sm text-quiet">New time</dt>
            <dd className="font-semibold">
              <LocalTime instant={to.start} timeZone={to.timeZone} readerFirst={isVideo} style="full" />
            </dd>
          </div>
        </dl>
      </DialogContent>
    </Dialog>
  );
}
