import { Inbox } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { counted } from "@/lib/platform/text/counted";

/** "3 open requests". */
export function requestTitle(count: number): string {
  if (count === 0) return "No open requests";
  return counted(count, "open request");
}

/** Where there is no room beside the beds, the requests are one click away. */
export function RequestSheet({ count, children }: { count: number; children: ReactNode }) {
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button variant="secondary" className="mb-6 w-full justify-start xl:hidden" aria-haspopup="dialog">
          <Inbox aria-hidden /> {requestTitle(count)}
        </Button>
      </SheetTrigger>
      <SheetContent title={requestTitle(count)}>{children}</SheetContent>
    </Sheet>
  );
}
