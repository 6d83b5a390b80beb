import { AskEarlier, type WaitTargets } from "@/components/waitlist/ask-earlier";
import { currentActor } from "@/lib/actor/session";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { localDateAt } from "@/lib/platform/time/local-date";

type Props = {
  targets: WaitTargets;
  timeZone: string;
  /** The reader's own, where the page has read them already. */
  patients?: { id: string; name: string }[] | null;
};

/** The way to the waitlist for those who find no time, or none early enough. Nothing for visitors. */
export async function NoTimeSuits({ targets, timeZone, patients }: Props) {
  const own = patients === undefined ? await listOwn() : patients;
  if (!own || own.length === 0 || targets.options.length === 0) return null;
  return (
    <div className="mt-6 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
      <p className="text-sm text-quiet">No time suits you, or none early enough?</p>
      <AskEarlier
        targets={targets}
        patients={own.map(({ id, name }) => ({ id, name }))}
        today={localDateAt(new Date(), timeZone)}
        last={null}
        variant="quiet"
      />
    </div>
  );
}

async function listOwn() {
  const actor = await currentActor();
  return actor && listOwnPatients(actor);
}
