import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import { JoinButton } from "@/components/affiliations/join-button";
import { OwnInvitations, type OwnInvitation } from "@/components/affiliations/own-invitations";
import { OwnPlaces, type OwnPlace } from "@/components/affiliations/own-places";
import { OwnRequests } from "@/components/affiliations/own-requests";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { loadOwnPlaces } from "@/lib/domain/affiliations/load-own-places";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Invitations and places" };

export default async function PlacesPage() {
  const actor = await requireDoctor(routes.doctor.places());
  const { invitations, requests, places, canAsk } = await loadOwnPlaces(actor);
  return (
    <>
      <PageHeader
        title={titleOf(invitations, places)}
        text={
          canAsk
            ? "You decide where you work: accept invitations, leave, or ask to join."
            : "Once your profile is verified, you can also ask to join hospitals."
        }
        actions={canAsk ? <JoinButton isQuiet={invitations.length > 0} /> : null}
      />
      {invitations.length > 0 ? (
        <Section title="Invitations">
          <OwnInvitations invitations={invitations} />
        </Section>
      ) : null}
      {requests.length > 0 ? (
        <Section title="Your requests">
          <OwnRequests requests={requests} />
        </Section>
      ) : null}
      <Section title="Your places">
        {places.length === 0 ? (
          <EmptyState
            level={3}
            icon={<Building2 />}
            title="No hospital yet"
            text="Hospitals you join appear here. For your own practice, set your hours under Hours."
          />
        ) : (
          <OwnPlaces places={places} />
        )}
      </Section>
    </>
  );
}

function titleOf(invitations: OwnInvitation[], places: OwnPlace[]): string {
  const [first] = invitations;
  if (invitations.length > 1) return `${invitations.length} hospitals invite you`;
  if (first) return `${first.hospital.name} invites you`;
  if (places.length === 0) return "You don't work at a hospital yet";
  return places.length === 1
    ? `You work at ${places[0]?.hospital.name ?? "a hospital"}`
    : `You work at ${places.length} hospitals`;
}
