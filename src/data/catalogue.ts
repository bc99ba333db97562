/** The datasets that are shipped with the app, as CSV files under public/data; its README says more on where each comes from. */
export interface ShippedDataset {
  readonly id: string;
  readonly name: string;
  /** A sentence for the list: what it measures and what it is good for. */
  readonly about: string;
  readonly source: string;
  readonly licence: string;
  /** Relative to the page, so that the app works under any path. */
  readonly file: string;
  readonly colour: string;
  readonly target: string;
}

/** In the order in which the list shows them. */
export const CATALOGUE: readonly ShippedDataset[] = [
  {
    id: "iris",
    name: "Iris",
    about: "150 flowers of three species, by four measurements in cm: small, and almost all of it lies in a plane.",
    source: "R. A. Fisher, 1936; UCI Machine Learning Repository, by way of scikit-learn",
    licence: "CC BY 4.0",
    file: "data/iris.csv",
    colour: "species",
    target: "petal width",
  },
  {
    id: "penguins",
    name: "Palmer penguins",
    about: "344 penguins of three species, in mm and g: body mass outweighs the rest until you standardise.",
    source: "K. Gorman and Palmer Station Antarctica LTER, by way of A. Horst and vega-datasets",
    licence: "CC0 1.0",
    file: "data/penguins.csv",
    colour: "species",
    target: "body mass",
  },
  {
    id: "wine",
    name: "Wine",
    about: "178 wines from three cultivars, by thirteen chemical measurements on very different scales.",
    source: "M. Forina and others, PARVUS; UCI Machine Learning Repository, by way of scikit-learn",
    licence: "CC BY 4.0",
    file: "data/wine.csv",
    colour: "cultivar",
    target: "alcohol",
  },
  {
    id: "breast-cancer",
    name: "Breast cancer",
    about: "569 tumours, malignant or benign, by thirty measurements of cell nuclei, many of which say the same.",
    source: "W. Wolberg, W. Street and O. Mangasarian, 1995; UCI Machine Learning Repository, by way of scikit-learn",
    licence: "CC BY 4.0",
    file: "data/breast-cancer.csv",
    colour: "diagnosis",
    target: "mean radius",
  },
  {
    id: "towns",
    name: "Ten towns at table",
    about:
      "What ten invented towns eat in a week, by eight foods: few enough to read by eye before any component does.",
    source: "Made for Eigenscope: invented, so that two habits explain nearly all of it",
    licence: "CC0 1.0",
    file: "data/towns.csv",
    colour: "lies",
    target: "fish",
  },
  {
    id: "digits",
    name: "Digits 8×8",
    about: "1,797 handwritten digits as pictures of 64 pixels: each component is a picture too.",
    source: "E. Alpaydin and C. Kaynak, 1998; UCI Machine Learning Repository, by way of scikit-learn",
    licence: "CC BY 4.0",
    file: "data/digits.csv",
    colour: "digit",
    target: "",
  },
];

/** The shipped dataset of that id, else undefined. */
export const shippedDataset = (id: string): ShippedDataset | undefined => CATALOGUE.find((entry) => entry.id === id);
