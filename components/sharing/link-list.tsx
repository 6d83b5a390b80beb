import { KeyRound, Link2, Monitor, Smartphone, Tablet } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { DEVICE_WORDS, openedText } from "@/lib/domain/sharing/format";
import type { LinkOpening, RecordLink } from "@/lib/domain/sharing/schema-links";
import { EndLink } from "./end-link";

type Props = { label: string; links: readonly RecordLink[]; canEnd: boolean };

/** The links to a record: what they open, until when, what has opened them, and the way to end them. */
export function LinkList({ label, links, canEnd }: Props) {
  return (
    <Card flush>
      <ul aria-label={label} className="divide-y divide-line">
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4">
            <span
              aria-hidden
              className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent"
            >
              <Link2 className="size-5" />
            </span>
            <div className="min-w-0 flex-[1_1_14rem]">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-semibold first-letter:uppercase">{openedText(link)}</span>
                {link.hasPasscode ? (
                  <Badge>
                    <KeyRound aria-hidden /> Passcode
                  </Badge>
                ) : null}
              </p>
              <p className="text-sm text-quiet">
                <Span link={link} />
              </p>
              <Openings link={link} />
            </div>
            {canEnd && link.endedAt === null ? <EndLink link={link} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Span({ link: { state, createdAt, expiresAt, endedAt, madeByYou, madeBy } }: { link: RecordLink }) {
  return (
    <>
      Made <LocalTime instant={createdAt} />
      {madeByYou ? "" : ` by ${madeBy}`}
      {state === "ACTIVE" ? (
        <>
          , open until <LocalTime instant={expiresAt} />
        </>
      ) : endedAt ? (
        <>
          , ended <LocalTime instant={endedAt} />
        </>
      ) : (
        ", paused: who made it can’t share the record now"
      )}
    </>
  );
}

const ICONS = { PHONE: Smartphone, TABLET: Tablet, COMPUTER: Monitor, OTHER: Link2 };

function Openings({ link: { openings, maxDevices, state } }: { link: RecordLink }) {
  if (openings.length === 0)
    return (
      <p className="mt-1 text-sm">
        {state !== "ACTIVE"
          ? "Never opened"
          : maxDevices === 1
            ? "Not opened yet. It opens on one device."
            : `Not opened yet. It opens on ${maxDevices} devices.`}
      </p>
    );
  return (
    <>
      <p className="mt-1 text-sm">
        Opened on {openings.length} of {maxDevices === 1 ? "1 device" : `${maxDevices} devices`}
      </p>
      <ul aria-label="Opened on" className="mt-1 grid gap-1 text-sm">
        {openings.map((opening) => (
          <Opening key={opening.openedAt} opening={opening} />
        ))}
      </ul>
    </>
  );
}

function Opening({ opening: { device, openedAt, lastReadAt } }: { opening: LinkOpening }) {
  const Icon = ICONS[device];
  const isLater = Date.parse(lastReadAt) - Date.parse(openedAt) > 60_000;
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" />
      <span>
        {DEVICE_WORDS[device]}, <LocalTime instant={openedAt} />
        {isLater ? (
          <span className="text-quiet">
            , last read <LocalTime instant={lastReadAt} />
          </span>
        ) : null}
      </span>
    </li>
  );
}
