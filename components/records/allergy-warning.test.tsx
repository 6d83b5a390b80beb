import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import type { Prescription } from "@/lib/domain/records/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { NEW_PRESCRIPTION, PrescriptionFields } from "./prescription-fields";

const PENICILLIN = [{ id: "1", substance: "Penicillin" }];

const onChange = vi.fn<(prescriptions: Prescription[]) => void>();
const last = () => onChange.mock.lastCall?.[0][0];
function Fields({ errors, allergies = PENICILLIN }: { errors?: FieldError[]; allergies?: typeof PENICILLIN }) {
  const [prescriptions, setPrescriptions] = useState([NEW_PRESCRIPTION]);
  return (
    <PrescriptionFields
      prescriptions={prescriptions}
      earlier={[]}
      current={[{ ...NEW_PRESCRIPTION, drug: "Amlodipine", strength: "5 mg", frequency: "Every morning" }]}
      usual={[]}
      allergies={allergies}
      errors={errors}
      onChange={(next) => {
        onChange(next);
        setPrescriptions(next);
      }}
    />
  );
}
const write = (drug: string) => fireEvent.change(screen.getByLabelText("Medicine"), { target: { value: drug } });
const reason = () => screen.queryByLabelText("Why you prescribe it all the same");

describe("a medicine that may set off an allergy", () => {
  it("is warned about as soon as it is named, with the reason of the warning, and may be prescribed", () => {
    render(<Fields />);
    expect(reason()).toBeNull();
    write("Amoxicillin");
    expect(screen.getByRole("alert")).toHaveTextContent("Recorded allergy: PenicillinAmoxicillin is a penicillin.");
    fireEvent.change(reason()!, { target: { value: "Tolerated since" } });
    expect(last()).toMatchObject({ drug: "Amoxicillin", allergyReason: "Tolerated since" });
  });

  it("keeps its reason while it is spelled out, and loses it with another medicine", () => {
    render(<Fields />);
    write("Amoxicillin");
    fireEvent.change(reason()!, { target: { value: "Tolerated since" } });
    write("Amoxicillin 500");
    expect(last()?.allergyReason).toBe("Tolerated since");
    write("Paracetamol");
    expect(last()?.allergyReason).toBe("");
    expect(reason()).toBeNull();
  });

  it("is only hinted at where another class is concerned, and not mentioned without an allergy", () => {
    const { unmount } = render(<Fields />);
    write("Cefalexin");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByRole("status")).toHaveTextContent("Cefalexin is a cephalosporin: a reaction is possible.");
    unmount();
    render(<Fields allergies={[]} />);
    write("Amoxicillin");
    expect(reason()).toBeNull();
  });

  it("is not the only thing asked about: one that is taken already is named", () => {
    render(<Fields />);
    write("amlodipine ");
    expect(screen.getByLabelText("Medicine")).toHaveAccessibleDescription(
      "The patient already takes this: Amlodipine 5 mg, every morning.",
    );
  });

  it("asks for the reason at its field when the signature was refused", () => {
    render(<Fields errors={[{ path: "parts.prescriptions.0.allergyReason", message: "Say why" }]} />);
    write("Amoxicillin");
    expect(reason()).toHaveAccessibleDescription(/Say why/);
    expect(reason()).toBeInvalid();
  });
});
