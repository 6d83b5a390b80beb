import { DataList } from "@/components/ui/data-list";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { SignIn } from "@/lib/domain/administration/schema-people";

const FAILURES = { password: "Wrong password", suspended: "Account suspended" };

/** Sign-ins and failed ones, the latest first. */
export function SignInList({ signIns }: { signIns: SignIn[] }) {
  return (
    <DataList
      caption="Sign-ins"
      rows={signIns}
      rowKey={({ position }) => position}
      columns={[
        {
          key: "when",
          header: "When",
          phone: "title",
          cell: ({ at }) => <LocalTime style="dated-time" instant={at} className="tabular" />,
        },
        {
          key: "outcome",
          header: "Outcome",
          phone: "aside",
          cell: ({ isSuccess, failure }) =>
            isSuccess ? (
              <StatusBadge tone="good" label="Signed in" />
            ) : (
              <StatusBadge tone="stop" label={failure ? FAILURES[failure] : "Failed"} />
            ),
        },
        { key: "via", header: "By", cell: ({ via }) => (via === "token" ? "Program (API)" : "Browser") },
      ]}
    />
  );
}
