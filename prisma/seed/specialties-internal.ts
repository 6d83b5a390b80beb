import type { SpecialtyLine } from "./specialty-line";

/** The second part of `specialties.ts`: internal medicine and its neighbours. */
export const INTERNAL_MEDICINE: readonly SpecialtyLine[] = [
  {
    slug: "gastroenterology",
    name: "Gastroenterology",
    description: "Stomach, bowel, liver.",
    services: [
      [
        "gastroenterology-consultation",
        "Gastroenterology consultation",
        30,
        "For pain, reflux, digestion and liver values.",
      ],
      ["bowel-screening-talk", "Bowel screening talk", 30, "Which screening fits you and how to prepare for it."],
    ],
  },
  {
    slug: "endocrinology",
    name: "Endocrinology",
    description: "Diabetes, thyroid and hormones.",
    services: [
      ["diabetes-review", "Diabetes review", 30, "Values, treatment and everyday life with diabetes."],
      ["thyroid-consultation", "Thyroid consultation", 30, "Ultrasound and laboratory values of the thyroid."],
    ],
  },
  {
    slug: "pulmonology",
    name: "Pulmonology",
    description: "Lungs and breathing.",
    services: [
      ["lung-consultation", "Lung consultation", 30, "For cough, short breath and asthma."],
      ["lung-function-test", "Lung function test", 30, "Spirometry with a talk about the result."],
    ],
  },
  {
    slug: "urology",
    name: "Urology",
    description: "Kidneys, bladder and men's health.",
    services: [
      ["urology-consultation", "Urology consultation", 20, "For complaints of kidneys, bladder or prostate."],
      ["prostate-check", "Prostate check", 20, "Prevention from 45 on, with a talk about what a test can tell."],
    ],
  },
  {
    slug: "oncology",
    name: "Oncology",
    description: "Diagnosis, treatment and follow-up of cancer.",
    services: [
      ["oncology-consultation", "Oncology consultation", 50, "Understanding a diagnosis and deciding together."],
      ["second-opinion-oncology", "Oncology second opinion", 50, "Another pair of eyes on your documents."],
    ],
  },
  {
    slug: "rheumatology",
    name: "Rheumatology",
    description: "Inflamed joints and the immune system.",
    services: [
      ["rheumatology-consultation", "Rheumatology consultation", 40, "For swollen, stiff or painful joints."],
      ["rheumatology-follow-up", "Rheumatology follow-up", 40, "Checking how treatment works."],
    ],
  },
  {
    slug: "allergology",
    name: "Allergy and immunology",
    description: "Allergies, asthma and intolerances.",
    services: [
      ["allergy-consultation", "Allergy consultation", 30, "What you react to and how to live with it."],
      ["allergy-test", "Allergy test", 30, "Prick test with a talk about the result."],
    ],
  },
  {
    slug: "nephrology",
    name: "Nephrology",
    description: "Kidney disease and high blood pressure.",
    services: [
      ["kidney-consultation", "Kidney consultation", 30, "For kidney values that need watching."],
      ["dialysis-planning", "Dialysis planning", 60, "What is coming, what you can choose, and when."],
    ],
  },
];
