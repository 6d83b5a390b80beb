import { Card } from "@/components/ui/card";
import { Fact } from "@/components/ui/fact";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { COUNTED_LABELS, VERIFICATION_LABELS } from "@/lib/domain/administration/format";
import type { ProfileDetails } from "@/lib/domain/administration/schema-profiles";
import { STATUS_LABELS } from "@/lib/domain/appointments/format";
import { routes } from "@/lib/site/routes";

/** What a doctor or a hospital has said about itself, and what administrators have made of it. */
export function ProfileFacts({ profile }: { profile: ProfileDetails }) {
  const { kind, verification, verificationReason, owner, registrationNumber, specialties } = profile;
  const { address, city, country } = profile;
  // Many an address ends with its city.
  const place = [address, city && address?.endsWith(city) ? null : city, country].filter(Boolean).join(", ");
  return (
    <Card>
      <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact label="Status">
          <StatusBadge {...VERIFICATION_LABELS[verification]} />
          {verificationReason ? <span className="mt-1 block text-sm break-words">{verificationReason}</span> : null}
        </Fact>
        {kind === "doctor" ? (
          <>
            <Fact label="Registration">{registrationNumber ?? "not given yet"}</Fact>
            <Fact label="Specialties">{specialties.join(", ") || "none chosen yet"}</Fact>
          </>
        ) : null}
        {owner ? (
          <Fact label="Account">
            <Link
              href={routes.admin.person(owner.id)}
              className="touch-target font-semibold wrap-anywhere text-accent hover:underline"
            >
              {owner.email}
            </Link>
          </Fact>
        ) : null}
        <Fact label="Place">{place || "not given yet"}</Fact>
        <Fact label="Phone">{profile.phone ?? "not given yet"}</Fact>
        <Fact label="Time zone">{profile.timeZone}</Fact>
        <Fact label="Signed up">
          <LocalTime style="dated" instant={profile.createdAt} />
        </Fact>
      </dl>
    </Card>
  );
}

/** What belongs to them, and today's appointments. */
export function ProfileCounts({ profile: { counts, today } }: { profile: Pick<ProfileDetails, "counts" | "today"> }) {
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-6">
        {counts.map(({ of, count }) => (
          <Fact key={of} label={COUNTED_LABELS[of]}>
            <span className="tabular">{count}</span>
          </Fact>
        ))}
      </dl>
      <p className="mt-4 text-sm text-quiet">
        Appointments today:{" "}
        {today.length === 0
          ? "none."
          : `${today.map(({ status, count }) => `${count} ${STATUS_LABELS[status].toLowerCase()}`).join(", ")}.`}
      </p>
    </Card>
  );
}
