import { UserRoundX } from "lucide-react";
import { UntilDay } from "@/components/family/until-day";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { GRANT_WORDS } from "@/lib/domain/sharing/format";
import type { Grant } from "@/lib/domain/sharing/schema";
import { EndGrant } from "./end-grant";

type Props = { label: string; grants: readonly Grant[]; canEnd: boolean };

/** The doctors a record is or was shared with: what they read, until when, and the way to end it. */
export function GrantList({ label, grants, canEnd }: Props) {
  return (
    <Card flush>
      <ul aria-label={label} className="divide-y divide-line">
        {grants.map((grant) => (
          <li key={grant.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
            <Avatar name={grant.doctorName} />
            <div className="min-w-0 flex-[1_1_12rem]">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-semibold wrap-anywhere">{grant.doctorName}</span>
                {grant.state === "PAUSED" ? (
                  <Badge tone="wait">
                    <UserRoundX aria-hidden /> Paused
                  </Badge>
                ) : null}
              </p>
              <p className="text-sm text-quiet">
                {GRANT_WORDS[grant.scope]} · <Span grant={grant} />
              </p>
              {grant.state === "PAUSED" ? (
                <p className="text-sm text-quiet">They aren’t verified at the moment and read nothing.</p>
              ) : null}
            </div>
            {canEnd && grant.state !== "ENDED" ? <EndGrant grant={grant} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Span({ grant }: { grant: Grant }) {
  const { state, createdAt, endedAt, expiresAt, endsOn, untilMajority } = grant;
  const since = <LocalTime instant={createdAt} style="dated" />;
  if (state === "ENDED") {
    const ended = endedAt ?? expiresAt;
    return (
      <>
        from {since}
        {ended ? (
          <>
            {" to "}
            <LocalTime instant={ended} style="dated" />
          </>
        ) : (
          " to the 18th birthday"
        )}
      </>
    );
  }
  return (
    <>
      since {since}
      {endsOn ? (
        <>
          {", until "}
          <UntilDay date={endsOn} />
        </>
      ) : untilMajority ? (
        ", until the 18th birthday"
      ) : (
        ", until you end it"
      )}
    </>
  );
}
