import { beforeAll, describe, expect, it } from "vitest";
import {
  candidateStatements,
  searchCandidates,
  positionOf,
  type Candidate,
} from "@/lib/domain/directory/internal/search-candidates";
import { findSearchQuery } from "@/lib/domain/directory/find-search-query";
import { orderOf } from "@/lib/domain/directory/statements/order";
import { doctorFilter } from "@/lib/domain/directory/schema";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";
import { db } from "@/lib/platform/db/db";
import { seedDemo } from "@/prisma/seed/seed";
import {
  createAppointment,
  createDoctor,
  createHospital,
  createPatient,
  createSchedule,
} from "@/tests/support/factories";
import { now, search } from "./directory-harness";

beforeAll(async () => {
  await seedDemo({ now });
}, 300_000);

describe("both query paths", () => {
  it.each<Record<string, string>>([
    { specialty: "cardiology" },
    { city: "Berlin", language: "en" },
    { q: "berlin practice" },
    { maxFee: "90", currency: "EUR", sort: "fee" },
    { mode: "VIDEO", sort: "fee" },
    { near: "52.5,13.4" },
    { near: "52.5,13.4", sort: "distance", language: "en" },
    { near: "35.7,139.8", radiusKm: "500", q: "tokyo", sort: "fee" },
  ])("lead to the same doctors in the same order: %j", async (given) => {
    const filter = doctorFilter.parse(given);
    const query = await findSearchQuery(filter.q);
    const asked = { query, after: undefined, until: null, limit: 60 };
    const [walk, look = walk] = candidateStatements(filter, asked);
    const [walked, looked] = [await walk(db, filter, asked), await look(db, filter, asked)];
    expect(walked.length).toBeGreaterThan(1);
    expect(looked.map(({ id }) => id)).toEqual(walked.map(({ id }) => id));
    const page = await searchCandidates(filter, {
      query,
      after: positionOf(orderOf(filter), looked[0] as Candidate),
      until: null,
      limit: 60,
    });
    expect(page.map(({ id }) => id)).toEqual(walked.slice(1).map(({ id }) => id));
  });
});

describe("an unverified", () => {
  it.each(["PENDING", "REJECTED", "SUSPENDED"] as const)(
    "doctor (%s) is in no list and has no profile",
    async (verification) => {
      const hospital = await createHospital({ city: "Faraway" });
      const { doctor } = await createDoctor({
        hospitalId: hospital.id,
        over: {
          name: `Hidden ${verification}`,
          verification,
          city: "Faraway",
          latitude: 10,
          longitude: 10,
          languages: ["xx"],
          feeMinor: 1,
        },
      });
      const queries: Record<string, string>[] = [
        { q: "hidden" },
        { city: "Faraway" },
        { language: "xx" },
        { hospitalId: hospital.id },
        { sort: "fee" },
        { near: "10,10" },
        { near: "10,10", sort: "distance" },
        { availableFrom: now.toISOString().slice(0, 10) },
      ];
      for (const query of queries) {
        expect((await search(query, 100)).items.map((item) => item.id)).not.toContain(doctor.id);
      }
      await expect(getDoctorProfile({ id: doctor.id })).rejects.toMatchObject({ code: "not-found" });
      await expect(getDoctorProfile({ slug: doctor.slug })).rejects.toMatchObject({ code: "not-found" });
    },
  );

  it("hospital gives its doctors neither place nor hours", async () => {
    const hospital = await createHospital({ verification: "PENDING", verifiedAt: null, city: "Nowhereville" });
    const { doctor } = await createDoctor({ hospitalId: hospital.id });
    const profile = await getDoctorProfile({ id: doctor.id });
    expect(profile.places).toEqual([]);
    expect(profile.nextSlots).toEqual([]);
    expect((await search({ city: "Nowhereville" })).items).toEqual([]);
    await db.hospital.update({ where: { id: hospital.id }, data: { verification: "VERIFIED" } });
    expect((await search({ city: "Nowhereville" })).items.map((item) => item.id)).toEqual([doctor.id]);
  });
});

describe("a doctor's card", () => {
  it("never contains more than a patient needs", async () => {
    const { items } = await search({}, 100);
    const profile = await getDoctorProfile({ slug: "mira-sonnwald" });
    // A practice's own phone number is public like a hospital's; any other is someone's.
    const text = JSON.stringify([...items, profile], (key, value: unknown) =>
      key === "places" ? (value as { phone: unknown }[]).map(({ phone: _phone, ...place }) => place) : value,
    );
    expect(text).not.toMatch(/demo\.test|@|registrationNumber|userId|phone|searchText|facets|passwordHash/);
  });

  it("loses a time the moment it is taken", async () => {
    const { doctor } = await createDoctor({ schedule: null, over: { city: "Onlyhere" } });
    await createSchedule(doctor.id);
    const [before] = (await search({ city: "Onlyhere" })).items;
    const [slot] = before?.nextSlots ?? [];
    const { patient } = await createPatient();
    await createAppointment(
      { doctorId: doctor.id, patientId: patient.id },
      { startsAt: new Date(slot?.start ?? 0), endsAt: new Date(slot?.end ?? 0) },
    );
    const [after] = (await search({ city: "Onlyhere" })).items;
    expect(after?.nextSlots.map((one) => one.start)).not.toContain(slot?.start);
    expect(after?.nextSlots).toHaveLength(3);
  });
});

describe("the sitemap", () => {
  it("lists every public profile and no other", async () => {
    const { default: sitemap } = await import("@/app/sitemap");
    const urls = (await sitemap()).map((entry) => entry.url);
    const doctors = await db.doctor.findMany({ select: { slug: true, verification: true } });
    for (const { slug, verification } of doctors) {
      expect([slug, urls.some((url) => url.endsWith(`/doctors/${slug}`))]).toEqual([slug, verification === "VERIFIED"]);
    }
    expect(urls.some((url) => url.includes("miradouro"))).toBe(false);
  });

  it("is named by robots.txt, which keeps crawlers out of portals", async () => {
    const { default: robots } = await import("@/app/robots");
    const { rules, sitemap } = await robots();
    expect(sitemap).toEqual(["http://localhost:3000/sitemap.xml"]);
    expect(JSON.stringify(rules)).toContain("/api/");
  });
});
