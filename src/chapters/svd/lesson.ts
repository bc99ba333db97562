import type { Lesson } from "../chapter";
import { leastRank, psnr } from "./model";
import { picture, spectral } from "./sources";

/** The exact spectrum of the picture that the state names, or null while it is not here. */
const exactly = (id: string) => {
  const [p, profile] = [picture.get(), spectral.get()];
  return p && profile?.exact && p.id === id ? { p, profile } : null;
};
const GOOD_DECIBELS = 30;

export const lesson: Lesson = {
  title: "A picture is a sum of simple layers",
  paragraphs: [
    [
      "A picture is a matrix: its red, green and blue tables side by side, A = [R | G | B], from 0 to 1 as stored in sRGB. The SVD writes it as layers ",
      { text: "σᵢ", tone: "singular" },
      " uᵢ vᵢᵀ, one column times one row each, the strongest first.",
    ],
    [
      "Drag ",
      { text: "the cut", tone: "strong" },
      " in the spectrum. What lies right of it is missing, exactly: ‖A − Aₖ‖² is the sum of those ",
      { text: "σᵢ²", tone: "singular" },
      ". No matrix of rank k comes closer.",
    ],
  ],
  challenges: [
    {
      id: "tartan",
      title: "Find the rank of the tartan",
      text: ["So many threads, so few layers: find the least k at which nothing is missing."],
      done: ({ svd }) => svd.picture === "tartan" && svd.rank === 12,
    },
    {
      id: "one",
      title: "One layer is enough",
      text: ["Find a picture that is whole at k = 1. What do its rows have in common?"],
      done: ({ svd }) => svd.picture === "gradient" && svd.rank === 1,
    },
    {
      id: "thrifty",
      title: "99 % with the least",
      text: ["Choose a photograph; keep 99 % of the energy with the fewest numbers."],
      done: ({ svd }) => {
        const here = ["china", "flower"].includes(svd.picture) ? exactly(svd.picture) : null;
        return here !== null && svd.rank === leastRank(here.profile, 0.99);
      },
    },
    {
      id: "noise",
      title: "Noise cannot be compressed",
      text: ["Bring the noise to 30 dB. How many numbers does it take?"],
      done: ({ svd }) => {
        const here = svd.picture === "noise" ? exactly("noise") : null;
        if (!here) return false;
        const { tail, norm } = here.profile;
        return psnr(here.p, tail[Math.min(svd.rank, tail.length - 1)] ?? norm, norm) >= GOOD_DECIBELS;
      },
    },
  ],
};
