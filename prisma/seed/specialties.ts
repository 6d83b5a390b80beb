import { INTERNAL_MEDICINE } from "./specialties-internal";
import type { SpecialtyLine } from "./specialty-line";

/**
 * The specialties and services of every installation. The migration `directory` inserts the same rows; their IDs follow from
 * the order here.
 */
export const SPECIALTIES: readonly SpecialtyLine[] = [
  {
    slug: "general-practice",
    name: "General practice",
    description: "First contact for most complaints, check-ups and prevention.",
    services: [
      [
        "general-consultation",
        "General consultation",
        20,
        "A conversation and an examination for a new or returning complaint.",
      ],
      [
        "health-check",
        "Health check",
        40,
        "Blood pressure, heart, lungs and laboratory values, with advice that fits your life.",
      ],
      ["vaccination", "Vaccination", 20, "Advice on what you need, and the vaccination itself."],
    ],
  },
  {
    slug: "cardiology",
    name: "Cardiology",
    description: "Heart, blood pressure and circulation.",
    services: [
      [
        "cardiology-consultation",
        "Cardiology consultation",
        30,
        "Examination of heart and circulation with a resting ECG.",
      ],
      ["echocardiography", "Echocardiography", 30, "Ultrasound of the heart: valves, chambers and pumping force."],
      [
        "blood-pressure-review",
        "Blood pressure review",
        30,
        "Reading your measurements together and adjusting treatment.",
      ],
    ],
  },
  {
    slug: "dermatology",
    name: "Dermatology",
    description: "Skin, hair and nails.",
    services: [
      [
        "dermatology-consultation",
        "Dermatology consultation",
        20,
        "Examination of a change of the skin, hair or nails.",
      ],
      ["skin-cancer-screening", "Skin cancer screening", 20, "The whole skin, looked at with a dermatoscope."],
    ],
  },
  {
    slug: "paediatrics",
    name: "Paediatrics",
    description: "Babies, children and adolescents.",
    services: [
      ["child-consultation", "Child consultation", 20, "For a sick child, today or soon."],
      ["well-child-visit", "Well-child visit", 40, "Growth, development, hearing, seeing and vaccinations."],
    ],
  },
  {
    slug: "gynaecology",
    name: "Gynaecology and obstetrics",
    description: "Women's health, pregnancy and birth.",
    services: [
      ["gynaecology-consultation", "Gynaecology consultation", 30, "For complaints, contraception and prevention."],
      ["antenatal-visit", "Antenatal visit", 30, "Check-up in pregnancy, with ultrasound where it is due."],
    ],
  },
  {
    slug: "orthopaedics",
    name: "Orthopaedics",
    description: "Bones, joints, muscles and back.",
    services: [
      ["orthopaedic-consultation", "Orthopaedic consultation", 20, "Pain or injury of joints, back or muscles."],
      ["sports-injury-review", "Sports injury review", 40, "What is hurt, how it heals and when you may train again."],
    ],
  },
  {
    slug: "neurology",
    name: "Neurology",
    description: "Brain, nerves, headaches and sleep.",
    services: [
      ["neurology-consultation", "Neurology consultation", 40, "A thorough examination of the nervous system."],
      ["headache-clinic", "Headache clinic", 40, "Finding the kind of headache and what prevents it."],
    ],
  },
  {
    slug: "psychiatry",
    name: "Psychiatry",
    description: "Mental health of adults.",
    services: [
      [
        "psychiatric-consultation",
        "Psychiatric consultation",
        50,
        "A first conversation about how you are and what could help.",
      ],
      ["psychiatric-follow-up", "Psychiatric follow-up", 50, "How treatment goes, and what to change."],
    ],
  },
  {
    slug: "ophthalmology",
    name: "Ophthalmology",
    description: "Eyes and sight.",
    services: [
      ["eye-examination", "Eye examination", 20, "Sight, pressure and the back of the eye."],
      [
        "diabetic-eye-screening",
        "Diabetic eye screening",
        20,
        "Photographs of the retina, once a year for people with diabetes.",
      ],
    ],
  },
  {
    slug: "ent",
    name: "Ear, nose and throat",
    description: "Hearing, balance, sinuses and voice.",
    services: [
      ["ent-consultation", "ENT consultation", 20, "Examination of ears, nose and throat."],
      ["hearing-test", "Hearing test", 20, "Audiometry and a talk about the result."],
    ],
  },
  ...INTERNAL_MEDICINE,
];
