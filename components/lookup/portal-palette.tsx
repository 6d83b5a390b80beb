"use client";
import type { Route } from "next";
import {
  Ambulance,
  BedDouble,
  Building2,
  CalendarDays,
  ContactRound,
  Grid2x2,
  Hospital,
  KeyRound,
  LogOut,
  MonitorSmartphone,
  Moon,
  Printer,
  Settings,
  Siren,
  Sun,
  SunMoon,
  UserRound,
  Stethoscope,
  UsersRound,
} from "lucide-react";
import { useTheme } from "next-themes";
import { startTransition, useCallback, type ReactNode } from "react";
import { signOutHere } from "@/components/accounts/sign-out-here";
import { CommandPalette } from "@/components/ui/command-palette";
import type { CommandGroup, CommandItem } from "@/components/ui/command-types";
import { leave } from "@/components/ui/leave";
import { lookUpAction } from "@/lib/domain/lookup/actions";
import type { Hit, HitKind, LookUpPortal } from "@/lib/domain/lookup/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";
import { HitHint } from "./hit-hint";

export type PalettePage = { href: Route; label: string; keywords?: string[] };

type Props = {
  portal: LookUpPortal;
  /** The rail's items. */
  places: { href: Route; label: string; icon: ReactNode; keywords: string[] }[];
  pages: PalettePage[];
  portals: { href: Route; label: string }[];
};

/** ⌘K in every portal: its pages, global commands, and what the reader can reach by name. */
export function PortalPalette({ portal, places, pages, portals }: Props) {
  const search = useCallback((words: string) => lookUp(portal, words), [portal]);
  return (
    <CommandPalette
      groups={[{ heading: "Go to", items: [...places, ...morePages(portal, places, pages, portals)] }, useCommands()]}
      search={search}
      className="lg:mr-auto"
    />
  );
}

function morePages(
  portal: LookUpPortal,
  places: Props["places"],
  pages: PalettePage[],
  portals: Props["portals"],
): CommandItem[] {
  const account: CommandItem[] = [
    {
      href: routes[portal].settings(),
      label: "Settings",
      icon: <Settings />,
      keywords: ["account", "preferences", "profile", "name", "phone", "time zone"],
    },
    {
      href: routes[portal].password(),
      label: "Password",
      icon: <KeyRound />,
      keywords: ["settings", "change", "security"],
    },
    {
      href: routes[portal].devices(),
      label: "Devices",
      icon: <MonitorSmartphone />,
      keywords: ["settings", "security", "sign out everywhere", "lost phone"],
    },
    { href: routes.emergency.request(), label: "Emergency", icon: <Siren />, keywords: ["ambulance", "112", "help"] },
  ];
  const others = portals
    .filter(({ href }) => href !== routes[portal].home())
    .map(({ href, label }) => ({ href, label: `${label} portal`, icon: <Building2 />, keywords: ["switch"] }));
  const known = new Set(places.map(({ href }) => href));
  return [
    ...pages.map((page) => ({ icon: <Grid2x2 />, ...page })),
    ...account.filter(({ href }) => !(href && known.has(href))),
    ...others,
  ];
}

function useCommands(): CommandGroup {
  const { setTheme } = useTheme();
  const look = (theme: string, label: string, icon: ReactNode): CommandItem => ({
    label,
    icon,
    keywords: ["theme", "appearance", "colours", "mode"],
    run: () => setTheme(theme),
  });
  return {
    heading: "Do",
    items: [
      look("light", "Use the light theme", <Sun />),
      look("dark", "Use the dark theme", <Moon />),
      look("system", "Use the device’s theme", <SunMoon />),
      { label: "Print this page", icon: <Printer />, run: () => window.print() },
      {
        label: "Sign out",
        icon: <LogOut />,
        keywords: ["log out", "leave"],
        run: () => leave.by(() => startTransition(() => signOutHere())),
      },
    ],
  };
}

/** What was typed is sent in the request's body, because it may be a patient's name. */
async function lookUp(portal: LookUpPortal, words: string): Promise<CommandGroup[]> {
  const answer = await tryAction(() => lookUpAction({ portal, words }));
  if (!answer.ok) throw new Error(answer.error.code);
  return GROUPS.map(({ heading, kinds }) => ({
    heading,
    items: answer.data.filter(({ kind }) => kinds.includes(kind)).map((hit) => toItem(portal, hit)),
  }));
}

const GROUPS: { heading: string; kinds: HitKind[] }[] = [
  { heading: "Appointments", kinds: ["visit"] },
  { heading: "Stays", kinds: ["stay"] },
  { heading: "Patients", kinds: ["patient"] },
  { heading: "Beds and wards", kinds: ["bed", "ward"] },
  { heading: "Doctors", kinds: ["colleague", "doctor"] },
  { heading: "Vehicles", kinds: ["vehicle"] },
  { heading: "Accounts", kinds: ["person"] },
  { heading: "Hospitals", kinds: ["hospital"] },
];

const ICONS: Record<HitKind, ReactNode> = {
  visit: <CalendarDays />,
  stay: <BedDouble />,
  bed: <BedDouble />,
  ward: <UsersRound />,
  vehicle: <Ambulance />,
  colleague: <Stethoscope />,
  doctor: <Stethoscope />,
  person: <UserRound />,
  patient: <ContactRound />,
  hospital: <Hospital />,
};

function toItem(portal: LookUpPortal, hit: Hit): CommandItem {
  return { href: hrefOf(portal, hit), label: hit.name, icon: ICONS[hit.kind], hint: <HitHint hit={hit} /> };
}

function hrefOf(portal: LookUpPortal, hit: Hit): Route {
  switch (hit.kind) {
    case "visit":
      if (portal === "hospital") return routes.hospital.appointment(hit.id);
      return portal === "doctor" ? routes.doctor.visit(hit.id) : routes.patient.visit(hit.id);
    case "stay":
      return routes.hospital.stay(hit.id);
    case "bed":
      return routes.hospital.beds({ ward: hit.wardId, bed: hit.id });
    case "ward":
      return routes.hospital.beds({ ward: hit.id });
    case "vehicle":
      return routes.hospital.ambulances();
    case "colleague":
      return routes.hospital.doctor(hit.id);
    case "patient":
      return routes.hospital.patient(hit.id);
    case "person":
      return routes.admin.person(hit.id);
    case "doctor":
      return routes.doctors.profile(hit.slug);
    case "hospital":
      return routes.hospitals.profile(hit.slug);
  }
}
