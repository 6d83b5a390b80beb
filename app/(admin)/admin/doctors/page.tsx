import type { Metadata } from "next";
import { ProfilesPage } from "@/app/(admin)/admin/profiles-page";
import type { Search } from "@/app/search-params";

export const metadata: Metadata = { title: "Doctors" };

export default function DoctorsPage({ searchParams }: { searchParams: Promise<Search> }) {
  return <ProfilesPage kind="doctor" search={searchParams} />;
}
