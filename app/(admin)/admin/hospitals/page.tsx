import type { Metadata } from "next";
import { ProfilesPage } from "@/app/(admin)/admin/profiles-page";
import type { Search } from "@/app/search-params";

export const metadata: Metadata = { title: "Hospitals" };

export default function HospitalsPage({ searchParams }: { searchParams: Promise<Search> }) {
  return <ProfilesPage kind="hospital" search={searchParams} />;
}
