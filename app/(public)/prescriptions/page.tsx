import type { Metadata } from "next";
import { VerifyCode } from "@/components/prescriptions/verify-code";
import { Card } from "@/components/ui/card";

export const metadata: Metadata = {
  title: "Check a prescription",
  robots: { index: false, follow: false },
};

export default function CheckPrescriptionPage() {
  return (
    <div className="mx-auto max-w-xl px-4 pt-8 sm:px-6">
      <h1 className="text-3xl">Check a prescription</h1>
      <p className="mt-2 mb-6 text-quiet">
        For pharmacies. Enter the code printed on a prescription from CareSync to learn whether it is valid. Nothing
        else is shown, neither the patient nor the medicines.
      </p>
      <Card className="sm:p-6">
        <VerifyCode />
      </Card>
    </div>
  );
}
