"use client";
import { LocaleText } from "@/components/ui/locale-text";
import { useNow } from "@/components/ui/use-now";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import type { ShortMoment } from "./board-dates";
import { bedName, type Board, type BoardRequest, type PlacedBed } from "./board-view";
import { wantedText } from "./request-list";

type Props = {
  board: Board;
  placed: PlacedBed;
  moment: ShortMoment;
  onPick: (request: BoardRequest) => void;
  onClose: () => void;
};

/** Which waiting patient gets this bed; requests for its kind come first. */
export function PickRequestDialog({ board, placed, moment, onPick, onClose }: Props) {
  const now = useNow(board.asOf);
  const isOfKind = ({ wardKind }: BoardRequest) => wardKind === placed.ward.kind;
  const requests = [...board.requests.filter(isOfKind), ...board.requests.filter((request) => !isOfKind(request))];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="Who gets this bed?" description={bedName(placed)}>
        <ul aria-label="Patients waiting" className="grid gap-2">
          {requests.map((request) => (
            <li key={request.id}>
              <button
                type="button"
                onClick={() => onPick(request)}
                className="w-full rounded-md border border-line-strong/60 px-4 py-3 text-left text-sm hover:border-line-strong hover:bg-sunken"
              >
                <span className="block font-semibold">{request.name}</span>
                <LocaleText className="block text-quiet">
                  {WARD_KIND_LABELS[request.wardKind]}, {wantedText(request, moment, now)}
                </LocaleText>
              </button>
            </li>
          ))}
        </ul>
        {requests.length === 0 ? <p className="text-sm text-quiet">No one is waiting for a bed any more.</p> : null}
      </DialogContent>
    </Dialog>
  );
}
