"use client";
import { Clock, Eye, MonitorSmartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormFailure } from "@/components/ui/form-failure";
import { IconFact } from "@/components/ui/icon-fact";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { Skeleton } from "@/components/ui/skeleton";
import { useFragmentAnswer } from "@/components/ui/use-fragment-answer";
import { getLinkCoverAction, openLinkAction } from "@/lib/domain/sharing/actions";
import { partsText } from "@/lib/domain/sharing/format";
import type { LinkCover } from "@/lib/domain/sharing/schema-links";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";
import { LinkOver } from "./link-over";

/** What a link says before it is opened, and the step that opens it. */
export function OpenLink() {
  const asked = useFragmentAnswer((token) => getLinkCoverAction({ token }));
  if (!asked?.answer) return <Skeleton className="h-72" />;
  const { token, answer } = asked;
  if (answer.ok) return <Cover token={token} cover={answer.data} />;
  if (answer.error.code === "not-found" || answer.error.code === "invalid") return <LinkOver why="unknown" />;
  return <FormFailure error={answer.error} />;
}

function Cover({ token, cover }: { token: string; cover: LinkCover }) {
  const { parts, state, wasRevoked, expiresAt, openHere, isUsedUp, isForOneDevice } = cover;
  if (state === "ENDED") return <LinkOver why={wasRevoked ? "revoked" : "over"} />;
  if (openHere === null && isUsedUp) return <LinkOver why={isForOneDevice ? "elsewhere" : "used-up"} />;
  return (
    <Card className="grid gap-5 sm:p-6">
      <p>
        Someone shares parts of their health record with you: <strong>{partsText(parts)}</strong>. You need no account,
        and you can’t change anything.
      </p>
      <dl className="grid gap-3 text-sm">
        <IconFact icon={<Clock />} label="How long">
          You can read it until <LocalTime instant={expiresAt} />.
        </IconFact>
        <IconFact icon={<MonitorSmartphone />} label="Devices">
          {isForOneDevice
            ? "It opens on one device: open it on the one you want to read it on."
            : "It opens on several devices; each can load it again."}
        </IconFact>
        <IconFact icon={<Eye />} label="Who sees it">
          The person who shared it sees when it was opened, and on what kind of device.
        </IconFact>
      </dl>
      {openHere === null ? (
        <OpenForm token={token} hasPasscode={cover.hasPasscode} />
      ) : (
        <Button asChild size="lg">
          <Link href={routes.shared.record(openHere)}>Read on</Link>
        </Button>
      )}
    </Card>
  );
}

function OpenForm({ token, hasPasscode }: { token: string; hasPasscode: boolean }) {
  const router = useRouter();
  const [passcode, setPasscode] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isPending, setPending] = useState(false);
  const open = async () => {
    setPending(true);
    const result = await tryAction(() => openLinkAction({ token, ...(hasPasscode ? { passcode } : {}) }));
    // In place of this address, so that the browser's history has no secret.
    if (result.ok) return router.replace(routes.shared.record(result.data.id));
    setPending(false);
    setFailure(result.error);
  };
  if (failure?.code === "not-found") return <LinkOver why="over" />;
  if (failure?.code === "invalid-transition") return <LinkOver why="elsewhere" />;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) void open();
      }}
    >
      <FormFailure error={failure?.code === "invalid" ? undefined : failure} />
      {hasPasscode ? (
        <Field
          label="Passcode"
          name="passcode"
          required
          errors={failure?.fields}
          hint="The person who sent you the link has it."
        >
          <Input
            value={passcode}
            onChange={(event) => setPasscode(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
      ) : null}
      <Button type="submit" size="lg" pending={isPending}>
        Open the record
      </Button>
    </form>
  );
}
