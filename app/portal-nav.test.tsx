import { describe, expect, it } from "vitest";
import { isActive, type NavItem } from "@/components/shell/nav";
import { routes } from "@/lib/site/routes";
import { ITEMS as ADMIN } from "./(admin)/admin/nav";
import { ITEMS as DOCTOR, PAGES as DOCTOR_PAGES } from "./(doctor)/doctor/nav";
import { ITEMS as HOSPITAL, MANAGERS_ONLY, PAGES as HOSPITAL_PAGES } from "./(hospital)/hospital/nav";
import { ITEMS as PATIENT, PAGES as PATIENT_PAGES } from "./(patient)/patient/nav";

type Nav = { items: NavItem[]; pages: { href: string }[]; elsewhere: string[] };

const NAVS: Record<"patient" | "doctor" | "hospital" | "admin", Nav> = {
  // A patient's settings are in the account menu.
  patient: { items: PATIENT, pages: PATIENT_PAGES, elsewhere: [routes.patient.settings()] },
  doctor: { items: DOCTOR, pages: DOCTOR_PAGES, elsewhere: [] },
  hospital: { items: HOSPITAL, pages: HOSPITAL_PAGES, elsewhere: [] },
  admin: { items: ADMIN, pages: [], elsewhere: [] },
};

const portals = Object.entries(NAVS) as [keyof typeof NAVS, Nav][];

describe.each(portals)("the %s portal's navigation", (portal, { items, pages, elsewhere }) => {
  const paths = Object.values(routes[portal]).map(({ pattern }) => pattern.replace(/[?#].*$/, ""));
  const sections = (path: string) => items.filter((item) => isActive(path, item)).map(({ label }) => label);

  it("marks one section on every page", () => {
    const marked = paths.filter((path) => !elsewhere.includes(path)).map((path) => [path, sections(path).length]);
    expect(marked.filter(([, count]) => count !== 1)).toEqual([]);
  });

  it("names no page twice", () => {
    const all = [...items, ...pages].map(({ href }) => href);
    expect(all).toEqual([...new Set(all)]);
  });
});

it("hides from coordinators only what is in the hospital's rail", () => {
  const hrefs = HOSPITAL.map(({ href }) => href);
  expect(MANAGERS_ONLY.filter((href) => !hrefs.includes(href))).toEqual([]);
});
