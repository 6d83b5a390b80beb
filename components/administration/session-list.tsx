"use client";
import { endUserSessionAction } from "@/lib/domain/administration/actions";
import { SESSION_KIND_LABELS } from "@/lib/domain/administration/format";
import type { PersonSession } from "@/lib/domain/administration/schema-people";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { DataList } from "@/components/ui/data-list";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { userId: string; sessions: PersonSession[]; /** One's own end in the settings. */ isOwn: boolean };

/** Open sessions: how and since when someone is signed in, and until when at the latest. */
export function SessionList({ userId, sessions, isOwn }: Props) {
  return (
    <DataList
      caption="Open sessions"
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { key: "how", header: "Signed in by", phone: "title", cell: ({ kind }) => SESSION_KIND_LABELS[kind] },
        {
          key: "since",
          header: "Since",
          cell: ({ createdAt }) => <LocalTime style="dated-time" instant={createdAt} className="tabular" />,
        },
        {
          key: "until",
          header: "Until",
          cell: ({ expiresAt }) => <LocalTime style="dated-time" instant={expiresAt} className="tabular" />,
        },
        {
          key: "end",
          header: "Actions",
          align: "end",
          cell: (session) => (isOwn ? null : <EndSession userId={userId} session={session} />),
        },
      ]}
    />
  );
}

function EndSession({ userId, session: { id, kind } }: { userId: string; session: PersonSession }) {
  const end = async () => {
    const result = await tryAction(() => endUserSessionAction({ userId, sessionId: id }));
    if (result.ok) toast.success("The session has ended");
    else toast.error(result.error.message);
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm">
          End session
        </Button>
      }
      title="End this session?"
      text={
        kind === "BROWSER"
          ? "They are signed out in this browser at once. What they haven’t saved there is kept until they sign in again."
          : "The program can’t sign in again by itself. What it has already been given ends within 15 minutes."
      }
      confirmLabel="End session"
      onConfirm={end}
    />
  );
}
