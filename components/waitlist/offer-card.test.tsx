import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { OfferCard, type OfferedCard } from "./offer-card";

const actions = vi.hoisted(() => ({ acceptOfferAction: vi.fn(), declineOfferAction: vi.fn() }));
vi.mock("@/lib/domain/waitlist/actions", () => actions);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), unstable_rethrow: () => undefined }));

const ENTRY = {
  patient: { name: "Asha Abelard", phone: null },
  replaces: { start: "2030-03-20T09:00:00Z", timeZone: "UTC" },
  offer: {
    id: "0190a000-0000-7000-8000-000000000001",
    entryId: "e",
    doctorId: "d",
    hospitalId: null,
    start: "2030-03-06T09:00:00Z",
    end: "2030-03-06T09:30:00Z",
    expiresAt: "2030-03-04T10:15:00Z",
    status: "OPEN",
    createdAt: "2030-03-04T10:00:00Z",
  },
  offered: { doctorName: "Dr Ada Moss", placeName: "City Practice", timeZone: "UTC", mode: "IN_PERSON" },
} satisfies OfferedCard;
const show = (withPatient = false) =>
  render(<OfferCard entry={ENTRY} asOf="2030-03-04T10:00:00Z" withPatient={withPatient} />);

describe("a time on offer", () => {
  beforeEach(() => {
    actions.acceptOfferAction.mockReset().mockResolvedValue({ ok: true, data: {} });
    actions.declineOfferAction.mockReset().mockResolvedValue({ ok: true, data: {} });
  });

  it("says when, with which doctor, for how long, and what is given up for it", () => {
    show(true);
    const card = screen.getByRole("region", { name: "An earlier time with Dr Ada Moss" });
    expect(card).toHaveTextContent("Dr Ada Moss · City Practice · for Asha Abelard");
    expect(card).toHaveTextContent(/Instead of .*(20 Mar|Mar 20).* which is given up when you accept/);
    expect(screen.getByRole("timer")).toHaveTextContent("15:00");
  });

  it("is accepted or declined by one press", async () => {
    show();
    await userEvent.click(screen.getByRole("button", { name: "No thanks" }));
    expect(actions.declineOfferAction).toHaveBeenCalledWith({ id: ENTRY.offer.id });
    await userEvent.click(screen.getByRole("button", { name: "Accept this time" }));
    expect(actions.acceptOfferAction).toHaveBeenCalledWith({ id: ENTRY.offer.id });
  });

  it("says why it couldn't be accepted", async () => {
    const error = { code: "hold-expired", message: "This offer is over." };
    actions.acceptOfferAction.mockResolvedValue({ ok: false, error });
    show();
    await userEvent.click(screen.getByRole("button", { name: "Accept this time" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("This offer is over.");
  });
});
